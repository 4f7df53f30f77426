import { ActionIcon, Button, Group, Stack, Text, TextInput } from '@mantine/core';
import { IconPlus, IconTrash } from '@tabler/icons-react';
import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import type { Schema } from '../../../api/client.js';

type FieldChoice = Schema<'FieldChoiceDto'>;

interface ChoicesEditorProps {
  readonly choices: readonly FieldChoice[];
  readonly onChange: (choices: FieldChoice[]) => void;
}

/** What can be chosen: how it is stored, and how it reads in both languages. */
export const ChoicesEditor = ({ choices, onChange }: ChoicesEditorProps): ReactNode => {
  const { t } = useTranslation('newsletters');
  const set = (index: number, choice: FieldChoice): void => {
    onChange(choices.map((old, i) => (i === index ? choice : old)));
  };
  return (
    <Stack gap={6}>
      <Text size="sm" fw={500}>
        {t('choice.title')}
      </Text>
      {choices.map((choice, i) => (
        <Group key={i} gap="xs" wrap="nowrap">
          <TextInput
            aria-label={t('choice.ja', { number: i + 1 })}
            placeholder={t('choice.placeholderJa')}
            maxLength={100}
            value={choice.label.ja}
            onChange={({ currentTarget: { value } }) => {
              // The stored value follows the Japanese word until somebody gives it one of its own.
              const follows = choice.value === choice.label.ja;
              set(i, {
                value: follows ? value : choice.value,
                label: { ...choice.label, ja: value },
              });
            }}
            style={{ flex: 1 }}
          />
          <TextInput
            aria-label={t('choice.en', { number: i + 1 })}
            placeholder="English"
            maxLength={100}
            value={choice.label.en}
            onChange={({ currentTarget }) => {
              set(i, { ...choice, label: { ...choice.label, en: currentTarget.value } });
            }}
            style={{ flex: 1 }}
          />
          <ActionIcon
            variant="subtle"
            color="gray"
            aria-label={t('choice.remove', { number: i + 1 })}
            onClick={() => {
              onChange(choices.filter((_, at) => at !== i));
            }}
          >
            <IconTrash size={18} />
          </ActionIcon>
        </Group>
      ))}
      <Button
        variant="subtle"
        size="xs"
        style={{ alignSelf: 'start' }}
        leftSection={<IconPlus size={16} />}
        onClick={() => {
          onChange([...choices, { value: '', label: { ja: '', en: '' } }]);
        }}
      >
        {t('choice.add')}
      </Button>
    </Stack>
  );
};

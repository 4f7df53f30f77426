import {
  ActionIcon,
  Button,
  Checkbox,
  Group,
  NativeSelect,
  Paper,
  SimpleGrid,
  Stack,
  Text,
  TextInput,
} from '@mantine/core';
import { IconArrowDown, IconArrowUp, IconPlus, IconTrash } from '@tabler/icons-react';
import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import { ChoicesEditor } from './choices-editor.js';
import { asType, moved, newField } from './form-content.js';
import type { Field } from './form-content.js';

const types = ['text', 'choice', 'date', 'number'] as const;

interface FieldsEditorProps {
  readonly fields: readonly Field[];
  readonly onChange: (fields: Field[]) => void;
}

/** What the form asks for besides the address. */
export const FieldsEditor = ({ fields, onChange }: FieldsEditorProps): ReactNode => {
  const { t } = useTranslation('newsletters');
  const set = (index: number, field: Field): void => {
    onChange(fields.map((old, i) => (i === index ? field : old)));
  };
  return (
    <Stack gap="sm">
      {fields.map((field, i) => (
        <Paper
          key={i}
          p="sm"
          bg="var(--paper)"
          role="group"
          aria-label={t('field.number', { number: i + 1 })}
        >
          <Group justify="space-between" mb="xs">
            <Text fw={600} size="sm">
              {t('field.number', { number: i + 1 })}
            </Text>
            <Group gap={4}>
              <ActionIcon
                variant="subtle"
                color="gray"
                disabled={i === 0}
                aria-label={t('field.up', { number: i + 1 })}
                onClick={() => {
                  onChange(moved(fields, i, -1));
                }}
              >
                <IconArrowUp size={18} />
              </ActionIcon>
              <ActionIcon
                variant="subtle"
                color="gray"
                disabled={i === fields.length - 1}
                aria-label={t('field.down', { number: i + 1 })}
                onClick={() => {
                  onChange(moved(fields, i, 1));
                }}
              >
                <IconArrowDown size={18} />
              </ActionIcon>
              <ActionIcon
                variant="subtle"
                color="gray"
                aria-label={t('field.remove', { number: i + 1 })}
                onClick={() => {
                  onChange(fields.filter((_, at) => at !== i));
                }}
              >
                <IconTrash size={18} />
              </ActionIcon>
            </Group>
          </Group>
          <FieldInputs
            field={field}
            onChange={(changed) => {
              set(i, changed);
            }}
          />
        </Paper>
      ))}
      {fields.length === 0 && <Text c="dimmed">{t('form.noFields')}</Text>}
      <Button
        variant="light"
        size="xs"
        style={{ alignSelf: 'start' }}
        leftSection={<IconPlus size={16} />}
        disabled={fields.length >= 20}
        onClick={() => {
          onChange([...fields, newField(fields)]);
        }}
      >
        {t('form.addField')}
      </Button>
    </Stack>
  );
};

const FieldInputs = ({
  field,
  onChange,
}: {
  field: Field;
  onChange: (field: Field) => void;
}): ReactNode => {
  const { t } = useTranslation('newsletters');
  return (
    <Stack gap="xs">
      <SimpleGrid cols={{ base: 1, sm: 2 }} spacing="xs">
        <TextInput
          label={t('field.labelJa')}
          lang="ja"
          maxLength={100}
          value={field.label.ja}
          onChange={({ currentTarget }) => {
            onChange({ ...field, label: { ...field.label, ja: currentTarget.value } });
          }}
        />
        <TextInput
          label={t('field.labelEn')}
          lang="en"
          maxLength={100}
          value={field.label.en}
          onChange={({ currentTarget }) => {
            onChange({ ...field, label: { ...field.label, en: currentTarget.value } });
          }}
        />
        <TextInput
          label={t('field.name')}
          description={t('field.nameText')}
          maxLength={40}
          autoCapitalize="none"
          spellCheck={false}
          value={field.name}
          onChange={({ currentTarget }) => {
            onChange({ ...field, name: currentTarget.value });
          }}
        />
        <NativeSelect
          label={t('field.type')}
          description={t('field.typeText')}
          value={field.type}
          onChange={({ currentTarget }) => {
            onChange(asType(field, types.find((type) => type === currentTarget.value) ?? 'text'));
          }}
          data={types.map((value) => ({ value, label: t(`fieldType.${value}`) }))}
        />
      </SimpleGrid>
      {field.type === 'choice' && (
        <ChoicesEditor
          choices={field.choices ?? []}
          onChange={(choices) => {
            onChange({ ...field, choices });
          }}
        />
      )}
      <Checkbox
        label={t('field.required')}
        checked={field.required}
        onChange={({ currentTarget }) => {
          onChange({ ...field, required: currentTarget.checked });
        }}
      />
    </Stack>
  );
};

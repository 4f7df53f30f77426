import { ActionIcon, Button, Menu, Text } from '@mantine/core';
import { IconBraces } from '@tabler/icons-react';
import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import type { FormField } from '../../../../api/newsletters.js';
import { useTextIn } from '../../../../i18n/language.js';

interface MergeMenuProps {
  readonly fields: readonly FormField[];
  /** Gets the Liquid text to put in, and what people call it. */
  readonly onChoose: (text: string, label: string) => void;
  readonly compact?: boolean;
  /** Name of the field into which it goes. */
  readonly label: string;
}

/** 差込: what is known of each reader, put in by name. Optional fields come with a word for those who left them empty. */
export const MergeMenu = ({
  fields,
  onChoose,
  compact = false,
  label,
}: MergeMenuProps): ReactNode => {
  const { t } = useTranslation('campaigns');
  const textIn = useTextIn();
  const textFor = ({ name, required, type }: FormField): string =>
    required || type !== 'text'
      ? `{{ subscriber.${name} }}`
      : `{{ subscriber.${name} | default: "${t('merge.fallback')}" }}`;
  return (
    <Menu position="bottom-end" keepMounted={false} width={280}>
      <Menu.Target>
        {compact ? (
          <ActionIcon variant="default" size={36} aria-label={`${label}: ${t('merge.insert')}`}>
            <IconBraces size={18} />
          </ActionIcon>
        ) : (
          <Button variant="default" size="xs" leftSection={<IconBraces size={16} />}>
            {t('merge.insert')}
          </Button>
        )}
      </Menu.Target>
      <Menu.Dropdown>
        <Menu.Label>{t('merge.title')}</Menu.Label>
        {fields.map((field) => (
          <Menu.Item
            key={field.name}
            onClick={() => {
              onChoose(textFor(field), textIn(field.label));
            }}
          >
            {textIn(field.label)}
            <Text size="xs" c="dimmed" ff="monospace" className="any-break">
              subscriber.{field.name}
            </Text>
          </Menu.Item>
        ))}
        {fields.length === 0 && (
          <Text size="sm" c="dimmed" px="sm" py={4}>
            {t('merge.none')}
          </Text>
        )}
      </Menu.Dropdown>
    </Menu>
  );
};

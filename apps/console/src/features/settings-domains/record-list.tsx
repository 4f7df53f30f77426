import { Badge, Group, Paper, Stack, Text } from '@mantine/core';
import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import type { Schema } from '../../api/client.js';
import { useTextIn } from '../../i18n/language.js';
import { CopyField } from '../../ui/copy-field.js';

type Finding = Schema<'RecordFindingView'>;

const colors: Record<Finding['verdict'], string> = {
  ok: 'green',
  advice: 'yellow',
  wrong: 'red',
  unknown: 'gray',
};

interface RecordListProps {
  readonly records: readonly Schema<'RecordView'>[];
  readonly findings: readonly Finding[];
}

/** Records to publish, each with what the last look into the DNS found. */
export const RecordList = ({ records, findings }: RecordListProps): ReactNode => {
  const { t } = useTranslation('settings-domains');
  const textIn = useTextIn();
  return (
    <Stack gap="sm">
      {records.map(({ purpose, type, name, value, need }) => {
        const finding = findings.find((found) => found.purpose === purpose && found.name === name);
        return (
          <Paper key={purpose + name} p="md">
            <Group gap="xs" mb="xs">
              <Text fw={700}>{t(`purpose.${purpose}`)}</Text>
              <Badge color="gray">{type}</Badge>
              <Badge color={need === 'required' ? 'ai' : 'gray'}>{t(`need.${need}`)}</Badge>
              {finding && (
                <Badge color={colors[finding.verdict]}>{t(`verdict.${finding.verdict}`)}</Badge>
              )}
            </Group>
            <Text size="sm" c="dimmed">
              {t('name')}
            </Text>
            <CopyField label={`${t(`purpose.${purpose}`)} ${t('name')}`} value={name} />
            <Text size="sm" c="dimmed" mt="xs">
              {t('value')}
            </Text>
            <CopyField label={`${t(`purpose.${purpose}`)} ${t('value')}`} value={value} />
            {finding && finding.verdict !== 'ok' && (
              <Text size="sm" mt="xs">
                {textIn(finding.messages)}
              </Text>
            )}
          </Paper>
        );
      })}
    </Stack>
  );
};

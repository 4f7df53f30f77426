import { Group, Stack, Table, Text } from '@mantine/core';
import { IconEqual, IconEqualNot } from '@tabler/icons-react';
import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import type { Schema } from '../../../api/client.js';
import { Section } from '../../../ui/section.js';
import { useFormat } from '../../../ui/use-format.js';

const outcomes = ['accepted', 'refused', 'unknown', 'cancelled', 'excluded'] as const;
const open = ['queued', 'deferred', 'inFlight'] as const;

/** candidates = accepted + refused + unknown + cancelled + excluded: nobody is lost, and everybody can see it. */
export const Equation = ({ progress }: { progress: Schema<'ProgressView'> }): ReactNode => {
  const { t } = useTranslation('campaigns');
  const format = useFormat();
  const shown = [...outcomes, ...open.filter((name) => progress[name] > 0)];
  return (
    <Section title={t('equation.title')} text={t('equation.text')}>
      <Table.ScrollContainer minWidth={220}>
        <Table withRowBorders={false} verticalSpacing={6} horizontalSpacing="xs">
          <Table.Tbody>
            {shown.map((name) => (
              <Table.Tr key={name}>
                <Table.Td>
                  {t(`outcome.${name}`)}
                  <Text size="xs" c="dimmed">
                    {t(`outcomeText.${name}`)}
                  </Text>
                </Table.Td>
                <Table.Td ta="right" className="numbers" fw={600}>
                  {format.count(progress[name])}
                </Table.Td>
                <Table.Td ta="right" className="numbers" c="dimmed" w={64}>
                  {format.share(progress[name], progress.candidates)}
                </Table.Td>
              </Table.Tr>
            ))}
          </Table.Tbody>
          <Table.Tfoot>
            <Table.Tr>
              <Table.Th style={{ borderTop: '2px solid var(--line)' }}>
                {t('equation.sum')}
              </Table.Th>
              <Table.Th
                ta="right"
                className="numbers"
                style={{ borderTop: '2px solid var(--line)' }}
              >
                {format.count(progress.candidates)}
              </Table.Th>
              <Table.Td style={{ borderTop: '2px solid var(--line)' }} />
            </Table.Tr>
          </Table.Tfoot>
        </Table>
      </Table.ScrollContainer>
      <Stack gap={0}>
        <Group gap={6}>
          {progress.equationHolds ? (
            <IconEqual size={18} aria-hidden />
          ) : (
            <IconEqualNot size={18} aria-hidden />
          )}
          <Text size="sm">
            {progress.equationHolds ? t('equation.holds') : t('equation.notYet')}
          </Text>
        </Group>
      </Stack>
    </Section>
  );
};

import { Badge, Table, Text } from '@mantine/core';
import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import type { Schema } from '../../api/client.js';
import { Section } from '../../ui/section.js';
import { useFormat } from '../../ui/use-format.js';

const colors = { recipient: 'gray', sender: 'red', path: 'yellow' } as const;

/** Why mails did not arrive and whose doing it is; only the recipient's side counts against an address. */
export const ReasonsSection = ({
  reasons,
  failed,
}: {
  reasons: readonly Schema<'ReasonFigureView'>[];
  failed: number;
}): ReactNode => {
  const { t } = useTranslation('bounces');
  const format = useFormat();
  return (
    <Section title={t('byReason')} text={t('byReasonText')}>
      <Table>
        <Table.Thead>
          <Table.Tr>
            <Table.Th scope="col">{t('reasonLabel')}</Table.Th>
            <Table.Th scope="col" ta="right">
              {t('failed')}
            </Table.Th>
          </Table.Tr>
        </Table.Thead>
        <Table.Tbody>
          {reasons.map((found) => (
            <Table.Tr key={found.reason}>
              <Table.Td>
                {t(`reason.${found.reason}`)}{' '}
                <Badge color={colors[found.blame]}>{t(`blame.${found.blame}`)}</Badge>
                <Text size="sm" c="dimmed">
                  {t(`advice.${found.blame}`)}
                </Text>
              </Table.Td>
              <Table.Td ta="right" className="numbers">
                {format.count(found.failed)} ({format.share(found.failed, failed)})
              </Table.Td>
            </Table.Tr>
          ))}
        </Table.Tbody>
      </Table>
    </Section>
  );
};

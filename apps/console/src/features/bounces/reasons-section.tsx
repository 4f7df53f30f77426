import { Badge, Text } from '@mantine/core';
import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import type { Schema } from '../../api/client.js';
import { DataTable } from '../../ui/data-table.js';
import { Section } from '../../ui/section.js';
import { useFormat } from '../../ui/use-format.js';

const colors = { recipient: 'gray', sender: 'red', path: 'yellow' } as const;

/** Why mails did not arrive and whose doing it is; only the recipient's side counts against an address. */
export const ReasonsSection = ({
  reasons,
  failed: all,
}: {
  reasons: readonly Schema<'ReasonFigureView'>[];
  failed: number;
}): ReactNode => {
  const { t } = useTranslation('bounces');
  const format = useFormat();
  return (
    <Section title={t('byReason')} text={t('byReasonText')}>
      <DataTable
        label={t('byReason')}
        empty={t('none')}
        rows={reasons}
        keyOf={({ reason, blame }) => `${reason} ${blame}`}
        minWidth={260}
        columns={[
          {
            head: t('reasonLabel'),
            cell: ({ reason, blame }) => (
              <>
                {t(`reason.${reason}`)} <Badge color={colors[blame]}>{t(`blame.${blame}`)}</Badge>
                <Text size="sm" c="dimmed">
                  {t(`advice.${blame}`)}
                </Text>
              </>
            ),
          },
          {
            head: t('failed'),
            figure: true,
            cell: ({ failed }) => `${format.count(failed)} (${format.share(failed, all)})`,
          },
        ]}
      />
    </Section>
  );
};

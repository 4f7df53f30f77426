import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import { api, read } from '../../api/client.js';
import { DataTable } from '../../ui/data-table.js';
import { Masked } from '../../ui/masked.js';
import { PagedView, usePages } from '../../ui/paged.js';
import { Section } from '../../ui/section.js';
import { useFormat } from '../../ui/use-format.js';

/** Addresses taken out after three failures in a row; of each only the masked line is left. */
export const RemovalsSection = (): ReactNode => {
  const { t } = useTranslation('bounces');
  const format = useFormat();
  const query = usePages(['bounces', 'removals'], (from) =>
    read(api.GET('/api/v1/bounces/removals', { params: { query: { ...from, limit: 20 } } })),
  );
  return (
    <Section title={t('removals.title')} text={t('removals.text')}>
      <PagedView query={query}>
        {(items) => (
          <DataTable
            label={t('removals.title')}
            empty={t('removals.none')}
            rows={items}
            keyOf={({ id }) => id}
            minWidth={420}
            columns={[
              { head: t('removals.at'), cell: ({ removedAt }) => format.shortInstant(removedAt) },
              {
                head: t('removals.line'),
                cell: ({ maskedLine }) => <Masked address={maskedLine} />,
              },
              { head: t('reasonLabel'), cell: ({ reason }) => t(`reason.${reason}`) },
            ]}
          />
        )}
      </PagedView>
    </Section>
  );
};

import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import { api, read } from '../../api/client.js';
import { DataTable } from '../../ui/data-table.js';
import { PagedView, usePages } from '../../ui/paged.js';
import { Section } from '../../ui/section.js';
import { useFormat } from '../../ui/use-format.js';

/** Reports that belong to nobody, without any address. */
export const UnattributedSection = (): ReactNode => {
  const { t } = useTranslation('operator-care');
  const format = useFormat();
  const reports = usePages(['operator', 'unattributed'], (from) =>
    read(api.GET('/api/v1/operator/bounces/unattributed', { params: { query: from } })),
  );
  return (
    <Section title={t('unattributed')} text={t('unattributedText')}>
      <PagedView query={reports}>
        {(items) => (
          <DataTable
            label={t('unattributed')}
            empty={t('noUnattributed')}
            rows={items}
            keyOf={({ id }) => id}
            columns={[
              { head: t('at'), cell: ({ at }) => format.shortInstant(at) },
              { head: t('kind'), cell: ({ kind }) => t(`report.${kind}`) },
              { head: t('reason'), cell: ({ reason }) => t(`bounce.${reason}`) },
              { head: t('reporter'), cell: ({ reporter }) => reporter ?? '–' },
              { head: t('domain'), cell: ({ domain }) => domain ?? '–' },
              { head: t('code'), cell: ({ status, replyCode }) => status ?? replyCode ?? '–' },
            ]}
          />
        )}
      </PagedView>
    </Section>
  );
};

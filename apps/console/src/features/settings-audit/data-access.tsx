import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import { api, read } from '../../api/client.js';
import { DataTable } from '../../ui/data-table.js';
import { PagedView, usePages } from '../../ui/paged.js';
import { Section } from '../../ui/section.js';
import { useFormat } from '../../ui/use-format.js';

/** When people of the provider looked at data of the tenant. */
export const DataAccess = (): ReactNode => {
  const { t } = useTranslation('settings-audit');
  const format = useFormat();
  const query = usePages(['data-access'], (from) =>
    read(api.GET('/api/v1/data-access', { params: { query: { ...from, limit: 20 } } })),
  );
  return (
    <Section title={t('access.title')} text={t('access.lead')}>
      <PagedView query={query}>
        {(looks) => (
          <DataTable
            label={t('access.title')}
            empty={t('access.none')}
            rows={looks}
            keyOf={({ id }) => id}
            minWidth={640}
            columns={[
              { head: t('access.last'), cell: ({ lastAt }) => format.exactInstant(lastAt) },
              { head: t('access.kind'), cell: ({ kind }) => t(`access.kinds.${kind}`) },
              {
                head: t('access.why'),
                cell: ({ purpose, acting, reason }) => (
                  <span className="any-break">
                    {acting ? t('access.acting') : t(`access.purposes.${purpose}`)}
                    {reason !== '' && ` (${reason})`}
                  </span>
                ),
              },
              { head: t('access.times'), figure: true, cell: ({ times }) => format.count(times) },
            ]}
          />
        )}
      </PagedView>
    </Section>
  );
};

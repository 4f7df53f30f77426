import { useQuery } from '@tanstack/react-query';
import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import { api, read } from '../../api/client.js';
import { DataTable } from '../../ui/data-table.js';
import { QueryView } from '../../ui/query-view.js';
import { Section } from '../../ui/section.js';
import { TenantLink } from '../../ui/tenant-link.js';
import { useFormat } from '../../ui/use-format.js';

/** Whose mails come back and are complained about, the worst first. */
export const TenantsSection = ({ from }: { from: string }): ReactNode => {
  const { t } = useTranslation('operator-care');
  const format = useFormat();
  const query = useQuery({
    queryKey: ['operator', 'bounces-by-tenant', from],
    queryFn: () =>
      read(api.GET('/api/v1/operator/bounces/by-tenant', { params: { query: { from } } })),
  });
  const share = (part: number, sent: number): string =>
    sent === 0 ? format.count(part) : `${format.count(part)} (${format.share(part, sent)})`;
  return (
    <Section title={t('byTenant')} text={t('byTenantText')}>
      <QueryView query={query}>
        {({ items }) => (
          <DataTable
            label={t('byTenant')}
            empty={t('noByTenant')}
            rows={items}
            keyOf={({ tenantId }) => tenantId}
            columns={[
              { head: t('tenant'), cell: ({ tenantId }) => <TenantLink id={tenantId} /> },
              { head: t('held.sent'), figure: true, cell: ({ sent }) => format.count(sent) },
              {
                head: t('held.bounced'),
                figure: true,
                cell: ({ bounced, sent }) => share(bounced, sent),
              },
              {
                head: t('held.complained'),
                figure: true,
                cell: ({ complained, sent }) => share(complained, sent),
              },
            ]}
          />
        )}
      </QueryView>
    </Section>
  );
};

import { useQuery } from '@tanstack/react-query';
import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import { api, read } from '../../api/client.js';
import { DataTable } from '../../ui/data-table.js';
import { Page } from '../../ui/page.js';
import { PagedView, usePages } from '../../ui/paged.js';
import { QueryView } from '../../ui/query-view.js';
import { Section } from '../../ui/section.js';
import { TenantLink } from '../../ui/tenant-link.js';
import { useFormat } from '../../ui/use-format.js';
import { ReceivedMail } from './received-mail.js';

/** Refusals that are about us and not about a reader, and reports that belong to nobody. */
export const Component = (): ReactNode => {
  const { t } = useTranslation('operator-care');
  const format = useFormat();
  const refusals = useQuery({
    queryKey: ['operator', 'sender-caused'],
    queryFn: () => read(api.GET('/api/v1/operator/bounces/sender-caused')),
  });
  const reports = usePages(['operator', 'unattributed'], (from) =>
    read(api.GET('/api/v1/operator/bounces/unattributed', { params: { query: from } })),
  );
  return (
    <Page title={t('reputation')} lead={t('reputationLead')}>
      <Section title={t('senderCaused')} text={t('senderCausedText')}>
        <QueryView query={refusals}>
          {({ items }) => (
            <DataTable
              label={t('senderCaused')}
              empty={t('noSenderCaused')}
              rows={items}
              keyOf={({ tenantId, domain, reason }) => `${tenantId} ${domain ?? ''} ${reason}`}
              columns={[
                { head: t('tenant'), cell: ({ tenantId }) => <TenantLink id={tenantId} /> },
                { head: t('domain'), cell: ({ domain }) => domain ?? '–' },
                { head: t('reason'), cell: ({ reason }) => t(`bounce.${reason}`) },
                { head: t('count'), figure: true, cell: ({ refused }) => format.count(refused) },
                { head: t('last'), cell: ({ lastAt }) => format.shortInstant(lastAt) },
              ]}
            />
          )}
        </QueryView>
      </Section>
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
      <ReceivedMail />
    </Page>
  );
};

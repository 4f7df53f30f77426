import { Anchor, Badge } from '@mantine/core';
import { useQuery } from '@tanstack/react-query';
import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import { Link } from 'react-router';
import { api, read } from '../../api/client.js';
import { DataTable } from '../../ui/data-table.js';
import { QueryView } from '../../ui/query-view.js';
import { Section } from '../../ui/section.js';
import { TenantLink } from '../../ui/tenant-link.js';
import { useFormat } from '../../ui/use-format.js';

/** Refusals that are about us and not about a reader, and what the delivery engine does about them. */
export const SenderCausedSection = ({ from }: { from: string }): ReactNode => {
  const { t } = useTranslation('operator-care');
  const format = useFormat();
  const refusals = useQuery({
    queryKey: ['operator', 'sender-caused', from],
    queryFn: () =>
      read(api.GET('/api/v1/operator/bounces/sender-caused', { params: { query: { from } } })),
  });
  return (
    <Section title={t('senderCaused')} text={t('senderCausedText')}>
      <QueryView query={refusals}>
        {({ items }) => (
          <DataTable
            label={t('senderCaused')}
            empty={t('noSenderCaused')}
            rows={items}
            keyOf={({ tenantId, domain, reason }) => `${tenantId} ${domain ?? ''} ${reason}`}
            minWidth={760}
            columns={[
              { head: t('tenant'), cell: ({ tenantId }) => <TenantLink id={tenantId} /> },
              { head: t('reason'), cell: ({ reason }) => t(`bounce.${reason}`) },
              { head: t('count'), figure: true, cell: ({ refused }) => format.count(refused) },
              {
                head: t('domain'),
                cell: ({ domain, breaker: { state, until } }) => (
                  <>
                    <span className="any-break">{domain ?? '–'}</span>{' '}
                    {state !== 'closed' && (
                      <Badge color="red">
                        {t(`breaker.${state}`)} {until && format.shortInstant(until)}
                      </Badge>
                    )}
                  </>
                ),
              },
              {
                head: t('lastCampaign'),
                cell: ({ tenantId, campaignId, campaignStatus, lastAt }) => (
                  <>
                    <Anchor
                      component={Link}
                      to={`/operator/tenants/${tenantId}/campaigns/${campaignId}`}
                    >
                      {format.shortInstant(lastAt)}
                    </Anchor>{' '}
                    {campaignStatus === 'paused' && <Badge color="orange">{t('paused')}</Badge>}
                  </>
                ),
              },
            ]}
          />
        )}
      </QueryView>
    </Section>
  );
};

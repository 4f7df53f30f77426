import { Anchor, Text, Timeline } from '@mantine/core';
import { useQuery } from '@tanstack/react-query';
import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import { Link, useParams } from 'react-router';
import { isLive } from '../../api/campaigns.js';
import { api, read } from '../../api/client.js';
import type { Schema } from '../../api/client.js';
import { BehindAccessGate } from '../../ui/access/behind-access-gate.js';
import { Facts } from '../../ui/facts.js';
import { Page } from '../../ui/page.js';
import { QueryView } from '../../ui/query-view.js';
import { Section } from '../../ui/section.js';
import { TenantLink } from '../../ui/tenant-link.js';
import { useFormat } from '../../ui/use-format.js';
import { CampaignBadges, CampaignProgress } from './campaign-stand.js';
import { Interventions } from './interventions.js';

type Campaign = Schema<'OperatorCampaignDetailView'>;

const counts = [
  ...['candidates', 'accepted', 'refused', 'unknown'],
  ...['queued', 'deferred', 'inFlight', 'cancelled', 'excluded'],
] as const;

/** One campaign of a tenant: how it goes, what was done to it, and the verbs that stop it. @clause W18 */
export const Component = (): ReactNode => (
  <BehindAccessGate>
    {({ tenantId, reason }) => <Found tenantId={tenantId} reason={reason} />}
  </BehindAccessGate>
);

const Found = ({ tenantId, reason }: { tenantId: string; reason: ReactNode }): ReactNode => {
  const { t } = useTranslation('operator-campaigns');
  const { campaignId = '' } = useParams();
  const params = { path: { tenantId, campaignId } };
  const query = useQuery({
    queryKey: ['operator', 'tenant-campaign', tenantId, campaignId],
    queryFn: () =>
      read(api.GET('/api/v1/operator/tenants/{tenantId}/campaigns/{campaignId}', { params })),
    refetchInterval: ({ state }) => (state.data && isLive(state.data.status) ? 5_000 : false),
  });
  return (
    <Page
      title={t('campaign')}
      lead={t('number', { id: campaignId })}
      above={
        <>
          <TenantLink id={tenantId} />
          {' / '}
          <Anchor component={Link} to={`/operator/tenants/${tenantId}/campaigns`}>
            {t('campaigns')}
          </Anchor>
        </>
      }
      actions={reason}
      width={960}
    >
      <QueryView query={query}>
        {(campaign) => (
          <>
            <Stand campaign={campaign} />
            <Interventions tenantId={tenantId} campaign={campaign} />
            <History items={campaign.history} />
          </>
        )}
      </QueryView>
    </Page>
  );
};

const Stand = ({ campaign }: { campaign: Campaign }): ReactNode => {
  const { t } = useTranslation('operator-campaigns');
  const format = useFormat();
  const { scheduledAt, launchedAt, progress } = campaign;
  return (
    <Section
      title={t('stand')}
      text={t('noWords')}
      actions={<CampaignBadges campaign={campaign} />}
    >
      <CampaignProgress campaign={campaign} />
      <Facts
        items={[
          [t('planned'), scheduledAt && format.instant(scheduledAt)],
          [t('launched'), launchedAt && format.instant(launchedAt)],
          ...(progress
            ? counts.map((name) => [t(`count.${name}`), format.mails(progress[name])] as const)
            : []),
        ]}
      />
    </Section>
  );
};

const History = ({ items }: { items: Campaign['history'] }): ReactNode => {
  const { t } = useTranslation('operator-campaigns');
  const format = useFormat();
  return (
    <Section title={t('history')}>
      <Timeline active={items.length} bulletSize={14} lineWidth={2}>
        {items.map(({ at, event, actorKind }) => (
          <Timeline.Item key={at + event} title={t(`event.${event}`, { defaultValue: event })}>
            <Text size="sm" c="dimmed" className="numbers">
              {format.exactInstant(at)} · {t(`actor.${actorKind}`)}
            </Text>
          </Timeline.Item>
        ))}
      </Timeline>
    </Section>
  );
};

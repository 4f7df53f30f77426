import { Anchor, Group, Stack, Text } from '@mantine/core';
import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import { Link } from 'react-router';
import { api, read } from '../../api/client.js';
import { BehindAccessGate } from '../../ui/access/behind-access-gate.js';
import { Page } from '../../ui/page.js';
import { PagedView, usePages } from '../../ui/paged.js';
import { Section } from '../../ui/section.js';
import { StateFilter, useStateInAddress } from '../../ui/state-filter.js';
import { EmptyState } from '../../ui/states.js';
import { TenantLink } from '../../ui/tenant-link.js';
import { useFormat } from '../../ui/use-format.js';
import type { TenantCampaign } from './campaign-stand.js';
import { CampaignBadges, CampaignProgress } from './campaign-stand.js';

const states = ['live', 'all'] as const;

/** A tenant's campaigns, as far as operators may know them. */
export const Component = (): ReactNode => (
  <BehindAccessGate>
    {({ tenantId, reason }) => <Campaigns key={tenantId} tenantId={tenantId} reason={reason} />}
  </BehindAccessGate>
);

const Campaigns = ({ tenantId, reason }: { tenantId: string; reason: ReactNode }): ReactNode => {
  const { t } = useTranslation('operator-campaigns');
  const state = useStateInAddress(states);
  const query = usePages(['operator', 'tenant-campaigns', tenantId, state], (from) =>
    read(
      api.GET('/api/v1/operator/tenants/{tenantId}/campaigns', {
        params: { path: { tenantId }, query: { ...from, state } },
      }),
    ),
  );
  return (
    <Page
      title={t('campaigns')}
      lead={t('campaignsLead')}
      above={<TenantLink id={tenantId} />}
      actions={reason}
      width={960}
    >
      <StateFilter label={t('state')} states={states} nameOf={(name) => t(`stateOf.${name}`)} />
      <PagedView query={query}>
        {(items) =>
          items.length === 0 ? (
            <EmptyState title={t(`none.${state}`)} text={t(`noneText.${state}`)} />
          ) : (
            <Stack>
              {items.map((campaign) => (
                <Line key={campaign.id} tenantId={tenantId} campaign={campaign} />
              ))}
            </Stack>
          )
        }
      </PagedView>
    </Page>
  );
};

const Line = ({
  tenantId,
  campaign,
}: {
  tenantId: string;
  campaign: TenantCampaign;
}): ReactNode => {
  const { t } = useTranslation('operator-campaigns');
  const format = useFormat();
  const { id, launchedAt, scheduledAt } = campaign;
  const at = launchedAt ?? scheduledAt;
  return (
    <Section
      title={t(launchedAt ? 'launchedAt' : 'plannedFor', { at: at ? format.instant(at) : '–' })}
      actions={<CampaignBadges campaign={campaign} />}
    >
      <CampaignProgress campaign={campaign} />
      <Group justify="space-between">
        <Text size="sm" c="dimmed" className="any-break">
          {t('number', { id })}
        </Text>
        <Anchor component={Link} to={`/operator/tenants/${tenantId}/campaigns/${id}`} size="sm">
          {t('open')}
        </Anchor>
      </Group>
    </Section>
  );
};

import { job } from '#platform/queue';

/** Judges the list of one campaign by what came back so far; asked for at most once in some seconds. */
export const judgeCampaign = job<{ tenantId: string; campaignId: string }>({
  name: 'bounces.judge-campaign',
  queue: 'control',
  keyOf: ({ campaignId }) => campaignId,
});

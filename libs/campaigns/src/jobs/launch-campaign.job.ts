import { job } from '#platform/queue';

/** `version` is the campaign's when it was scheduled: a job of an earlier plan finds another one and ends. */
export const launchCampaignJob = job<{ tenantId: string; campaignId: string; version: number }>({
  name: 'campaigns.launch',
  queue: 'control',
  keyOf: ({ campaignId, version }) => `${campaignId}.${version}`,
});

import { fact } from '#platform/queue';

/** A campaign's recipients are frozen and its first mails may leave. */
export const campaignLaunched = fact<{ tenantId: string; campaignId: string }>(
  'campaigns.launched',
);

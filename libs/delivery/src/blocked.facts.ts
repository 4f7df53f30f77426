import { fact } from '#platform/queue';

/** Everybody's mail was refused for reasons that lie with the sender; the mailing is paused. */
export const mailingBlocked = fact<{ tenantId: string; campaignId: string; reason: string }>(
  'delivery.mailing-blocked',
);

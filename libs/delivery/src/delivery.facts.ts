import { fact } from '#platform/queue';

/** Every row of a mailing is settled. Told again when "send again" reopened it. */
export const mailingFinished = fact<{ tenantId: string; campaignId: string }>(
  'delivery.mailing-finished',
);

/** The relay refused one recipient for good, or the retries ran out. `reason` is in DeliveryHistory. */
export const messageRefused = fact<{
  tenantId: string;
  campaignId: string;
  subscriberId: string;
}>('delivery.message-refused');

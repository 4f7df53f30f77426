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

/** A mailing is paused and waits for an operator: too much of it comes back. */
export const mailingHeld = fact<{ tenantId: string; campaignId: string }>('delivery.mailing-held');

/** An operator has decided what becomes of a held mailing. */
export const heldMailingDecided = fact<{
  tenantId: string;
  campaignId: string;
  decision: 'released' | 'aborted';
}>('delivery.held-mailing-decided');

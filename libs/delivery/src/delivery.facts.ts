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

/** A mailing is paused and waits for operators: of its list, or of what a detector saw. Told once while it waits. */
export const mailingHeld = fact<{ tenantId: string; campaignId: string }>('delivery.mailing-held');

/** Operators have decided what becomes of a held mailing: it ends, or nothing holds it any more. */
export const heldMailingDecided = fact<{
  tenantId: string;
  campaignId: string;
  decision: 'released' | 'aborted';
}>('delivery.held-mailing-decided');

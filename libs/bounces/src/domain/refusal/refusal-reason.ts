import { blameFor } from './reason.js';
import type { Reason } from './reason.js';
import { reasonOf } from './refusal.js';

/**
 * The reason of a refusal at the relay's door. Delivery has read the reply's words already and says whose fault it
 * was; the codes only make it finer.
 * @param fault delivery's reason: `recipient`, `mailbox`, `sender`, `relay`, `expired`, `connection-lost`…
 */
export const refusalReason = (
  fault: string | null,
  status: string | null,
  replyCode: number | null,
): Reason => {
  const byCode = reasonOf(status, replyCode);
  const isSender = blameFor(byCode) === 'sender';
  switch (fault ?? '') {
    case 'sender':
      return isSender ? byCode : 'policy';
    case 'unsendable':
      return 'content';
    case 'mailbox':
      return 'mailbox-full';
    case 'recipient':
      return byCode === 'bad-domain' || byCode === 'mailbox-inactive'
        ? byCode
        : 'unknown-recipient';
    case 'expired':
      return isSender ? byCode : 'expired';
    case 'connection-lost':
      return 'unreachable';
    default:
      return byCode === 'unknown-recipient' ? 'other' : byCode;
  }
};

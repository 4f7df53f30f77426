import type { Reason } from './reason.js';

interface Circumstances {
  readonly status: string | null;
  readonly replyCode: number | null;
  /** All that the report says about the refusal. */
  readonly words: string;
}

const atData = /\bend of (?:data|message)\b|\b(?:final|after) data\b|\b(?:DATA|TEXT) command\b/i;
const atRecipient = /\brcpt\b/i;
/** au (KDDI) leaves the address out when a filter refuses the mail. */
const withoutAddress = /\b550:? : user unknown\b/i;
const docomo = /\bdocomo\.ne\.jp\b/i;

/**
 * "User unknown" is certain only of a recipient refused at RCPT: Japanese carriers answer so to whatever a filter
 * refuses after DATA, docomo to unauthenticated senders too. Whoever has a mailbox by the status (x.2.z) is known.
 * @rfc 3463 §3.3
 */
export const refinedByStage = (
  reason: Reason,
  { status, replyCode, words }: Circumstances,
): Reason => {
  if (reason !== 'unknown-recipient') return reason;
  const isLate = atData.test(words) || withoutAddress.test(words);
  if (isLate && docomo.test(words)) return 'policy';
  if (isLate) return 'filtered';
  if (atRecipient.test(words)) return reason;
  const hasMailbox = status?.split('.')[1] === '2';
  const isBareReply = status === null && replyCode !== null;
  return hasMailbox || isBareReply ? 'filtered' : reason;
};

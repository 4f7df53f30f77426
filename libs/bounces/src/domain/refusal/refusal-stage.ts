import { blameFor } from './reason.js';
import type { Reason } from './reason.js';

/** A refusal's codes and words. */
export interface Circumstances {
  readonly status: string | null;
  readonly replyCode: number | null;
  /** All that the report says about the refusal. */
  readonly words: string;
}

/** Which of our commands was refused, in the words of Postfix, Exim, qmail, Sendmail and Yahoo!. */
const atData =
  /\bend of (?:data|message)\b|\b(?:final|after) data\b|\b(?:DATA|TEXT) command\b|\bafter i sent the message\b/i;
const atRecipient = /\brcpt(?:\b|_)|\bdoes not like recipient\b/i;
const atOpening =
  /\b(?:in reply to|error from .{0,80} after) (?:mail from|helo|ehlo|initial connection)\b|\[mail_from\]|>>> (?:mail from|helo|ehlo)\b.{0,120}?<<< [45]\d\d/i;

/** au (KDDI) leaves the address out when a filter refuses the mail. */
const withoutAddress = /\b550:? : user unknown\b/i;
const docomo = /\bdocomo\.ne\.jp\b/i;

/**
 * What is refused before a recipient was named is never about the recipient. "User unknown" is certain only of a
 * recipient refused at RCPT: Japanese carriers answer so to whatever a filter refuses after DATA, docomo to
 * unauthenticated senders too. Whoever has a mailbox by the status (x.2.z) is known.
 * @rfc 3463 §3.3
 */
export const refinedByStage = (
  reason: Reason,
  { status, replyCode, words }: Circumstances,
): Reason => {
  if (isBeforeRecipient(words)) return blameFor(reason) === 'recipient' ? 'policy' : reason;
  if (reason !== 'unknown-recipient') return reason;
  const isLate = atData.test(words) || withoutAddress.test(words);
  if (isLate && docomo.test(words)) return 'policy';
  if (isLate) return 'filtered';
  if (atRecipient.test(words)) return reason;
  const hasMailbox = status?.split('.')[1] === '2';
  const isBareReply = status === null && replyCode !== null;
  return hasMailbox || isBareReply ? 'filtered' : reason;
};

/**
 * Whether a reply whose words say nothing answered something else than the recipient's name. After DATA only 550 is
 * about policy; other codes say themselves what they are about.
 * @rfc 5321 §4.3.2
 */
export const isBesidesRecipient = (replyCode: number | null, words: string): boolean =>
  isBeforeRecipient(words) || (replyCode === 550 && atData.test(words) && !atRecipient.test(words));

const isBeforeRecipient = (words: string): boolean =>
  atOpening.test(words) && !atRecipient.test(words);

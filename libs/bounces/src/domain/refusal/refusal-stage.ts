import { blameFor } from './reason.js';
import type { Reason } from './reason.js';

/** Which of our commands was refused: the connection or HELO, MAIL FROM, RCPT TO, or what followed DATA. */
type Stage = 'greeting' | 'sender' | 'recipient' | 'content';

/** A refusal's codes and words. */
export interface Circumstances {
  readonly status: string | null;
  readonly replyCode: number | null;
  /** All that the report says about the refusal. */
  readonly words: string;
}

/** In the words of Postfix, Exim, qmail, Sendmail and Yahoo!; a report that names several is about the last. */
const stages: readonly (readonly [Stage, RegExp])[] = [
  [
    'content',
    /\bend of (?:data|message)\b|\b(?:final|after) data\b|\b(?:DATA|TEXT) command\b|\bafter i sent the message\b/i,
  ],
  ['recipient', /\brcpt(?:\b|_)|\bdoes not like recipient\b/i],
  ['sender', /\b(?:in reply to|error from .{0,80} after) mail from\b|\[mail_from\]/i],
  ['sender', />>> mail from\b.{0,120}?<<< [45]\d\d/i],
  [
    'greeting',
    /\b(?:in reply to|error from .{0,80} after) (?:helo|ehlo|initial connection)\b|>>> (?:helo|ehlo)\b.{0,120}?<<< [45]\d\d/i,
  ],
];

const stageOf = (words: string): Stage | undefined =>
  stages.find(([, phrase]) => phrase.test(words))?.[0];

/** Whether RCPT was refused, or Postfix and its like say so of whatever they check there. */
export const isOfRecipient = ({ words }: Circumstances): boolean =>
  stageOf(words) === 'recipient' || /\brecipient address rejected:/i.test(words);

/** au (KDDI) leaves the address out when a filter refuses the mail. */
const withoutAddress = /\b550:? : user unknown\b/i;
const docomo = /\bdocomo\.ne\.jp\b/i;

/**
 * What the words say, in the light of the command that was refused. Before a recipient is named nothing is about the
 * recipient. "User unknown" is certain only at RCPT: Japanese carriers answer so to whatever a filter refuses after
 * DATA, docomo to unauthenticated senders too. Whoever has a mailbox by the status (x.2.z) is known.
 * @rfc 3463 §3.3
 */
export const refinedByStage = (
  reason: Reason,
  { status, replyCode, words }: Circumstances,
): Reason => {
  const stage = stageOf(words);
  if (stage === 'greeting' || stage === 'sender') return beforeRecipient(reason, stage);
  if (reason !== 'unknown-recipient') return reason;
  const isLate = stage === 'content' || withoutAddress.test(words);
  if (isLate && docomo.test(words)) return 'policy';
  if (isLate) return 'filtered';
  if (stage === 'recipient') return reason;
  const hasMailbox = status?.split('.')[1] === '2';
  const isBareReply = status === null && replyCode !== null;
  return hasMailbox || isBareReply ? 'filtered' : reason;
};

/**
 * What the codes say where no word tells, in the light of the command. After DATA only 550 is about policy: other
 * codes say themselves what they are about.
 * @rfc 5321 §4.3.2
 */
export const codedByStage = (reason: Reason, { replyCode, words }: Circumstances): Reason => {
  const stage = stageOf(words);
  if (stage === 'greeting' || stage === 'sender') return beforeRecipient(reason, stage);
  const isPolicy = stage === 'content' && replyCode === 550 && blameFor(reason) === 'recipient';
  return isPolicy ? 'policy' : reason;
};

const beforeRecipient = (reason: Reason, stage: 'greeting' | 'sender'): Reason => {
  if (blameFor(reason) !== 'recipient' && reason !== 'policy') return reason;
  return stage === 'greeting' ? 'blocked' : 'policy';
};

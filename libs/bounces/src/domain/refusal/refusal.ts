import { onOneLine, plainWords } from './plain-words.js';
import { reasonByReply, reasonBySubject, reasonByStatus } from './reason-by-codes.js';
import type { Reason } from './reason.js';
import { codedByStage, refinedByStage } from './refusal-stage.js';
import { reasonIn } from './vocabulary.js';
import { wordsAboutDomain, wordsAboutPath } from './words-about-path.js';
import { wordsAboutRecipient, wordsOfFilters } from './words-about-recipient.js';
import { wordsAboutSender, wordsOfRefusal } from './words-about-sender.js';
import { wordsOfLanguages } from './words-of-languages.js';

/**
 * Reads a refusal.
 * @param status enhanced status such as `5.1.1`
 * @param replyCode SMTP reply such as 550
 * @param texts the reply's words, then others that the report says about it: the first that tell decide
 */
export const reasonOf = (
  status: string | null,
  replyCode: number | null,
  ...texts: readonly string[]
): Reason => {
  if (status?.split('.')[1] === '7') return byPolicy(status, texts.map(plainWords));
  const circumstances = { status, replyCode, words: texts.map(onOneLine).join(' ') };
  for (const text of texts) {
    const words = plainWords(text);
    const reason = reasonBy(status, words) ?? reasonIn(words, wordsOfRefusal);
    if (reason) return refinedByStage(reason, circumstances);
  }
  const reason =
    reasonByStatus(status) ?? reasonBySubject(status) ?? byReply(replyCode, texts[0] ?? '');
  return codedByStage(reason, circumstances);
};

/** Whatever is said of recipients beside a status of policy. */
const byPolicy = (status: string, spoken: readonly string[]): Reason => {
  if (status.endsWith('.7.13') && disabledRecipient.test(spoken.join(' ')))
    return 'mailbox-inactive';
  const said = spoken.map((words) => reasonIn(words, wordsAboutSender)).find((reason) => reason);
  return reasonByStatus(status) ?? said ?? 'policy';
};

/** X.7.13 is about an account that signed in: ours, unless it is said to be the recipient's. @rfc 5248 */
const disabledRecipient = /\bdisabled recipient\b|\brecipient\b.{0,40}\bdisabled\b/i;

const reasonBy = (status: string | null, words: string): Reason | undefined =>
  aboutSender(words) ??
  reasonIn(words, wordsOfFilters) ??
  reasonByStatus(status) ??
  reasonIn(words, wordsAboutRecipient) ??
  reasonIn(words, wordsOfLanguages) ??
  reasonIn(words, wordsAboutDomain) ??
  (status?.endsWith('.4.7') === true ? 'expired' : undefined) ??
  reasonIn(words, wordsAboutPath);

/** A policy's code within the words: a retry that expired because of it is still about the sender. */
const policyCode = /(?<![\d.])[45]\.7\.\d{1,3}(?![\d.]*\d)/;

const aboutSender = (words: string): Reason | undefined => {
  const code = policyCode.exec(words)?.[0];
  return code === undefined ? reasonIn(words, wordsAboutSender) : byPolicy(code, [words]);
};

/** These are given for policy, too. @rfc 5321 §4.2.3 */
const vagueReplies = new Set([550, 551, 552, 553]);

/** That a mailbox is unknown or full is said in words that we know: words that we do not know mean something else. */
const byReply = (replyCode: number | null, reply: string): Reason =>
  vagueReplies.has(replyCode ?? 0) && /\p{L}{3}/u.test(plainWords(reply))
    ? 'policy'
    : (reasonByReply(replyCode) ?? 'other');

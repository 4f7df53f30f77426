import { onOneLine, plainWords } from './plain-words.js';
import { reasonByReply, reasonBySubject, reasonByStatus } from './reason-by-codes.js';
import type { Reason } from './reason.js';
import { codedByStage, isOfRecipient, refinedByStage } from './refusal-stage.js';
import type { Circumstances } from './refusal-stage.js';
import { reasonIn } from './vocabulary.js';
import type { Vocabulary } from './vocabulary.js';
import { wordsAboutDomain, wordsAboutPath } from './words-about-path.js';
import { wordsAboutMailbox, wordsAboutRecipient, wordsOfFilters } from './words-about-recipient.js';
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
  const circumstances = { status, replyCode, words: texts.map(onOneLine).join(' ') };
  if (status?.split('.')[1] === '7') return byPolicy(status, texts.map(plainWords), circumstances);
  for (const text of texts) {
    const words = plainWords(text);
    const reason = reasonBy(words, circumstances) ?? reasonIn(words, wordsOfRefusal);
    if (reason) return refinedByStage(reason, circumstances);
  }
  const reason =
    reasonByStatus(status) ?? reasonBySubject(status) ?? byReply(replyCode, texts[0] ?? '');
  return codedByStage(reason, circumstances);
};

/** Whatever is said of recipients beside a status of policy, unless RCPT was refused with one that all use. */
const byPolicy = (
  status: string,
  spoken: readonly string[],
  circumstances: Circumstances,
): Reason => {
  if (status.endsWith('.7.13') && disabledRecipient.test(spoken.join(' ')))
    return 'mailbox-inactive';
  const first = (vocabulary: Vocabulary): Reason | undefined =>
    spoken.map((words) => reasonIn(words, vocabulary)).find((reason) => reason);
  const said = reasonByStatus(status) ?? first(wordsAboutSender);
  if (said) return said;
  const isVague = /\.7\.[01]$/.test(status) && isOfRecipient(circumstances);
  return (isVague ? first(wordsAboutRecipient) : undefined) ?? 'policy';
};

/** X.7.13 is about an account that signed in: ours, unless it is said to be the recipient's. @rfc 5248 */
const disabledRecipient = /\bdisabled recipient\b|\brecipient\b.{0,40}\bdisabled\b/i;

const reasonBy = (words: string, circumstances: Circumstances): Reason | undefined => {
  const { status } = circumstances;
  return (
    aboutSender(words, circumstances) ??
    reasonIn(words, wordsOfFilters) ??
    aboutMailbox(words, status) ??
    reasonByStatus(status) ??
    reasonIn(words, wordsAboutRecipient) ??
    reasonIn(words, wordsOfLanguages) ??
    reasonIn(words, wordsAboutDomain) ??
    (status?.endsWith('.4.7') === true ? 'expired' : undefined) ??
    reasonIn(words, wordsAboutPath)
  );
};

/** Providers say X.1.1 of mailboxes, too, that are there but full or closed. */
const aboutMailbox = (words: string, status: string | null): Reason | undefined =>
  status?.endsWith('.1.1') === true ? reasonIn(words, wordsAboutMailbox) : undefined;

/** A policy's code within the words: a retry that expired because of it is still about the sender. */
const policyCode = /(?<![\d.])[45]\.7\.\d{1,3}(?![\d.]*\d)/;

const aboutSender = (words: string, circumstances: Circumstances): Reason | undefined => {
  const code = policyCode.exec(words)?.[0];
  return code === undefined
    ? reasonIn(words, wordsAboutSender)
    : byPolicy(code, [words], circumstances);
};

/** These are given for policy, too. @rfc 5321 §4.2.3 */
const vagueReplies = new Set([550, 551, 552, 553]);

/** That a mailbox is unknown or full is said in words that we know: words that we do not know mean something else. */
const byReply = (replyCode: number | null, reply: string): Reason =>
  vagueReplies.has(replyCode ?? 0) && /\p{L}{3}/u.test(plainWords(reply))
    ? 'policy'
    : (reasonByReply(replyCode) ?? 'other');

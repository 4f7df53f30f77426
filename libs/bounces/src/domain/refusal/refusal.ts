import { addressPattern } from '../message/address.js';
import { reasonByCodes, reasonByStatus } from './reason-by-codes.js';
import { blameFor } from './reason.js';
import type { Reason } from './reason.js';
import { isBesidesRecipient, refinedByStage } from './refusal-stage.js';
import type { Circumstances } from './refusal-stage.js';
import { reasonIn } from './vocabulary.js';
import type { Vocabulary } from './vocabulary.js';
import { wordsAboutDomain, wordsAboutPath } from './words-about-path.js';
import { wordsAboutRecipient, wordsOfFilters } from './words-about-recipient.js';
import { wordsAboutSender, wordsOfRefusal } from './words-about-sender.js';

const mostWords = 2000;

/** A policy's code within the words: a retry that expired because of it is still about the sender. */
const policyCode = /(?<![\d.])[45]\.7\.\d{1,3}(?![\d.]*\d)/;

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
  const spoken = texts.map(plainWords);
  const circumstances = { status, replyCode, words: spoken.join(' ') };
  if (status?.split('.')[1] === '7') return byPolicy(status, spoken);
  for (const words of spoken) {
    const reason = reasonBy(status, words);
    if (reason) return refinedByStage(reason, circumstances);
  }
  return reasonByStatus(status) ?? firstReasonIn(spoken, wordsOfRefusal) ?? byCodes(circumstances);
};

const firstReasonIn = (spoken: readonly string[], vocabulary: Vocabulary): Reason | undefined =>
  spoken.map((words) => reasonIn(words, vocabulary)).find((reason) => reason);

/** Whatever is said of recipients beside a status of policy. */
const byPolicy = (status: string, spoken: readonly string[]): Reason => {
  if (status.endsWith('.7.13') && disabledRecipient.test(spoken.join(' ')))
    return 'mailbox-inactive';
  return reasonByStatus(status) ?? firstReasonIn(spoken, wordsAboutSender) ?? 'policy';
};

/** X.7.13 is about an account that signed in: ours, unless it is said to be the recipient's. @rfc 5248 */
const disabledRecipient = /\bdisabled recipient\b|\brecipient\b.{0,40}\bdisabled\b/i;

const byCodes = ({ status, replyCode, words }: Circumstances): Reason => {
  const reason = reasonByCodes(status, replyCode) ?? 'other';
  const isOurs = blameFor(reason) === 'recipient' && isBesidesRecipient(replyCode, words);
  return isOurs ? 'policy' : reason;
};

const reasonBy = (status: string | null, words: string): Reason | undefined =>
  aboutSender(words) ??
  reasonIn(words, wordsOfFilters) ??
  reasonByStatus(status) ??
  reasonIn(words, wordsAboutRecipient) ??
  reasonIn(words, wordsAboutDomain) ??
  (status?.endsWith('.4.7') === true ? 'expired' : undefined) ??
  reasonIn(words, wordsAboutPath);

const aboutSender = (words: string): Reason | undefined => {
  const code = policyCode.exec(words)?.[0];
  return code === undefined ? reasonIn(words, wordsAboutSender) : byPolicy(code, [words]);
};

const addressesAndLinks = new RegExp(`https?:\\S+|${addressPattern}`, 'gi');

/**
 * A paragraph a line, as no phrase goes beyond one, without addresses and links: a local part may be called "spam", a
 * link may end in "policy".
 */
const plainWords = (text: string): string =>
  withoutRepeatedCodes(
    text
      .slice(0, mostWords)
      .replace(addressesAndLinks, ' ')
      .split(/\n\s*\n/)
      .map((paragraph) => paragraph.replace(/\s+/g, ' '))
      .join('\n'),
  );

/** A reply of several lines says its codes on each, in the middle of a sentence. @rfc 5321 §4.2.1 */
const withoutRepeatedCodes = (words: string): string => {
  const seen = new Set<string>();
  return words.replace(/\b[45]\d\d[ -](?:[45]\.\d\.\d{1,3} |(?<=-))/g, (codes) => {
    const key = codes.replace('-', ' ');
    if (seen.has(key)) return '';
    seen.add(key);
    return codes;
  });
};

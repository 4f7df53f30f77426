import { reasonByCodes, reasonByStatus } from './reason-by-codes.js';
import type { Reason } from './reason.js';
import { refinedByStage } from './refusal-stage.js';
import { reasonIn } from './vocabulary.js';
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
  for (const words of spoken) {
    const reason = reasonBy(status, words);
    if (reason) return refinedByStage(reason, circumstances);
  }
  return (
    reasonByStatus(status) ??
    spoken.map((words) => reasonIn(words, wordsOfRefusal)).find((reason) => reason) ??
    reasonByCodes(status, replyCode) ??
    'other'
  );
};

const reasonBy = (status: string | null, words: string): Reason | undefined =>
  aboutSender(status, words) ??
  reasonIn(words, wordsOfFilters) ??
  reasonByStatus(status) ??
  reasonIn(words, wordsAboutRecipient) ??
  reasonIn(words, wordsAboutDomain) ??
  (status?.endsWith('.4.7') === true ? 'expired' : undefined) ??
  reasonIn(words, wordsAboutPath);

const aboutSender = (status: string | null, words: string): Reason | undefined => {
  const code = status?.split('.')[1] === '7' ? status : policyCode.exec(words)?.[0];
  const said = reasonIn(words, wordsAboutSender);
  return code === undefined ? said : (reasonByStatus(code) ?? said ?? 'policy');
};

/** Without addresses and links: a local part may be called "spam", a link may end in "policy". */
const plainWords = (text: string): string =>
  text
    .slice(0, mostWords)
    .replace(/https?:\S+|\S+@\S+/gi, ' ')
    .replace(/\s+/g, ' ');

import { addressPattern } from '../message/address.js';

const mostWords = 2000;

/** What mailers put around the words of others. */
const besides = new RegExp(
  [
    'https?:\\S+', // may end in "policy"
    '\\bhost \\S{1,255} ?\\[[^\\]\\s]{1,60}\\](?: said)?:', // Postfix and Exim: who spoke
    '\\bSMTP error from remote (?:mail )?server (?:after|for) [\\w /]{1,40}(?::<[^>\\n]*>[^:\\n]*)?:', // and to what
    '\\(in reply to [\\w\\s/]{1,40} command\\)',
    '\\b554 5\\.0\\.0 Service unavailable', // Sendmail sums up
    addressPattern, // may be "spam"
  ].join('|'),
  'gi',
);

/** What a text says about a refusal, without names. A paragraph is a line, as no phrase goes beyond one. */
export const plainWords = (text: string): string =>
  withoutRepeatedCodes(
    text
      .slice(0, mostWords)
      .replace(besides, ' ')
      .split(/\n\s*\n/)
      .map(onOneLine)
      .join('\n'),
  );

/** With one space for any white space. */
export const onOneLine = (text: string): string => text.slice(0, mostWords).replace(/\s+/g, ' ');

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

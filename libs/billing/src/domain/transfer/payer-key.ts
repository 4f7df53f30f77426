import { toBankKana } from '../zengin/bank-kana.js';
import { abbreviateCorporation, withoutCorporateMark } from '../zengin/corporate-names.js';

/** What banks put before the payer's name in lists for people. */
const heading = /^(?:振込(?:入金)?[ *]*|フリコミ[ *]+)/u;
const dashes = /[‐‑‒–—―−─ー]/gu;
const hiragana = /[ぁ-ゖ]/gu;

/**
 * The form in which a payer's name in a notice and a name as somebody wrote it are equal: bank kana without the form
 * of the corporation, spaces and dots. Hiragana and the kana ヰ and ヱ, which no bank's file has, are read as banks
 * write them; what has kanji, as lists for people do, is compared as it stands. Undefined for nothing at all.
 * @clause W4.1
 */
export const payerKey = (name: string): string | undefined => {
  const said = abbreviateCorporation(asBanksSay(name));
  const bank = toBankKana(said);
  const key = withoutCorporateMark('text' in bank ? bank.text : said).replace(/[ .]/g, '');
  return key === '' ? undefined : key;
};

const asBanksSay = (name: string): string =>
  name
    .normalize('NFKC')
    .trim()
    .replace(heading, '')
    .replace(hiragana, (kana) => String.fromCharCode(kana.charCodeAt(0) + 0x60))
    .replaceAll('ヰ', 'イ')
    .replaceAll('ヱ', 'エ')
    .replace(dashes, '-');

/** Virtual accounts and payer codes in one form: ten digits; people and spreadsheets leave the zeros in front out. */
export const payerCodeKey = (code: string): string => code.padStart(10, '0');

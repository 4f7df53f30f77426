import { toBankKana } from '../zengin/bank-kana.js';
import { abbreviateCorporation, withoutCorporateMark } from '../zengin/corporate-names.js';

/**
 * The form in which a payer's name in a notice and a name as somebody wrote it are equal: bank kana without the form
 * of the corporation, spaces and dots. Undefined for what cannot be compared: kanji, or nothing at all.
 * @clause W4.1
 */
export const payerKey = (name: string): string | undefined => {
  const bank = toBankKana(abbreviateCorporation(name));
  if (!('text' in bank)) return undefined;
  const key = withoutCorporateMark(bank.text).replace(/[ .]/g, '');
  return key === '' ? undefined : key;
};

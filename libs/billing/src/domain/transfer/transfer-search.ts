import { toBankKana } from '../zengin/bank-kana.js';
import { payerCodeKey } from './payer-key.js';

/** What somebody looks for among transfers. */
export interface TransferSearch {
  /** Parts of names, as it was typed and as banks write it. */
  readonly names: readonly string[];
  /** Whole yen; null where no amount was typed. */
  readonly amount: number | null;
  readonly code: string | null;
}

/** A part of a payer's name, or an amount or payer code as people type them: `5,500円`, `1001`, `キャッツ`. */
export const transferSearch = (typed: string): TransferSearch => {
  const bank = toBankKana(typed.trim());
  const digits = typed.normalize('NFKC').replace(/[,¥円\s]/g, '');
  const isNumber = /^\d{1,10}$/.test(digits);
  return {
    names: [typed.trim(), ...('text' in bank ? [bank.text] : [])],
    amount: isNumber ? Number(digits) : null,
    code: isNumber ? payerCodeKey(digits) : null,
  };
};

import type { Yen } from '#lib/kernel';
import type { TaxCategory } from '../tax/tax-rates.js';
import { taxTotals } from '../tax/tax-totals.js';
import type { TaxTotals } from '../tax/tax-totals.js';
import type { InvoiceLine } from './invoice-line.js';

/** A line as an operator gives it. */
export interface CorrectedLine {
  /** Without tax; below zero for a discount. */
  readonly amount: Yen;
  readonly taxCategory: TaxCategory;
  readonly text: string;
  /** The line of the original whose place it takes, from 1: it is of the same kind and month. */
  readonly replacesLine: number | null;
}

export type CorrectionRefusal = 'nothing-left' | 'no-such-line' | 'advance-left-out';

/**
 * The lines of the invoice that corrects another. Each basic fee in advance has exactly one line in its place, so that
 * its month stays invoiced and is not charged again. A line that takes no place is of the month of the first line.
 * @clause W6.1, W7.1
 */
export const correctedLines = (
  original: readonly InvoiceLine[],
  given: readonly CorrectedLine[],
):
  | { readonly lines: readonly InvoiceLine[]; readonly totals: TaxTotals }
  | { readonly refused: CorrectionRefusal } => {
  const replaced = given.map(({ replacesLine }) => replacesLine);
  const [first] = original;
  if (!first || replaced.some((line) => line !== null && !original[line - 1]))
    return { refused: 'no-such-line' };
  const places = (index: number): number => replaced.filter((line) => line === index + 1).length;
  if (original.some(({ kind }, i) => kind === 'basic-fee' && places(i) !== 1))
    return { refused: 'advance-left-out' };
  const lines = given.map(({ amount, taxCategory, text, replacesLine }): InvoiceLine => {
    const before = replacesLine === null ? undefined : original[replacesLine - 1];
    const { kind, month, detail } = before ?? {
      kind: 'correction',
      month: first.month,
      detail: null,
    };
    return { kind, month, amount, taxCategory, detail, text };
  });
  const totals = taxTotals(lines);
  const below = totals.outside < 0 || totals.groups.some(({ base }) => base < 0);
  return below || totals.total <= 0 ? { refused: 'nothing-left' } : { lines, totals };
};

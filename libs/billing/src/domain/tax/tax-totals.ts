import { addYen, timesYen, yen } from '#lib/kernel';
import type { YearMonth, Yen } from '#lib/kernel';
import { taxRatePercent } from './tax-rates.js';
import type { TaxCategory } from './tax-rates.js';

export interface TaxedAmount {
  /** Without tax. */
  readonly amount: Yen;
  readonly taxCategory: TaxCategory;
  /** The month of supply. */
  readonly month: YearMonth;
}

/** All of an invoice that bears one rate. */
export interface TaxGroup {
  readonly category: Exclude<TaxCategory, 'outside'>;
  readonly ratePercent: number;
  readonly base: Yen;
  readonly tax: Yen;
}

export interface TaxTotals {
  /** The higher rate first. */
  readonly groups: readonly TaxGroup[];
  /** The sum outside the tax. */
  readonly outside: Yen;
  readonly tax: Yen;
  /** Everything, tax included. */
  readonly total: Yen;
}

/** All of a document that bears one rate, or lies outside the tax, at 0 %. */
export type RateGroup = Omit<TaxGroup, 'category'> & { readonly category: TaxCategory };

/** Everything by rate; what lies outside the tax comes last. */
export const byRate = ({ groups, outside }: Pick<TaxTotals, 'groups' | 'outside'>): RateGroup[] =>
  outside === 0
    ? [...groups]
    : [...groups, { category: 'outside', ratePercent: 0, base: outside, tax: yen(0) }];

/**
 * The tax on a sum: rounded towards zero, in whole numbers all the way.
 * @clause W7.1
 * @param ratePercent whole percents
 */
export const taxOn = (base: Yen, ratePercent: number): Yen => {
  const hundredths = timesYen(base, ratePercent);
  return yen((hundredths - (hundredths % 100)) / 100);
};

/**
 * The sums of an invoice by rate, each rounded once; lines are never rounded by themselves (消費税法施行令70条の10).
 * @clause W7.1
 */
export const taxTotals = (lines: readonly TaxedAmount[]): TaxTotals => {
  const bases = new Map<string, Omit<TaxGroup, 'tax'>>();
  let outside = yen(0);
  for (const { amount, taxCategory, month } of lines) {
    const ratePercent = taxRatePercent(taxCategory, month);
    if (taxCategory === 'outside' || ratePercent === null) {
      outside = addYen(outside, amount);
      continue;
    }
    const key = `${taxCategory} ${ratePercent}`;
    const base = addYen(bases.get(key)?.base ?? yen(0), amount);
    bases.set(key, { category: taxCategory, ratePercent, base });
  }
  const groups = [...bases.values()]
    .map((group) => ({ ...group, tax: taxOn(group.base, group.ratePercent) }))
    .sort((a, b) => b.ratePercent - a.ratePercent || (a.category < b.category ? 1 : -1));
  const tax = addYen(...groups.map((group) => group.tax));
  return { groups, outside, tax, total: addYen(...groups.map(({ base }) => base), tax, outside) };
};

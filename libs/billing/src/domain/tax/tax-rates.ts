import { YearMonth } from '#lib/kernel';

/** `outside`: no supply at all, damages for one (不課税). @decision D-14 */
export const taxCategories = ['standard', 'reduced', 'outside'] as const;
export type TaxCategory = (typeof taxCategories)[number];

/** Consumption tax with its local part, whole percents, from the first of the month on; the newest first. */
const rates = [
  { from: YearMonth.from('2019-10'), standard: 10, reduced: 8 },
  { from: YearMonth.from('2014-04'), standard: 8, reduced: 8 },
] as const;

/**
 * The rate in whole percents, by the month of supply and not by the day of the invoice; null outside the tax.
 * @clause W7.1
 * @throws RangeError before April 2014
 */
export const taxRatePercent = (category: TaxCategory, supplied: YearMonth): number | null => {
  if (category === 'outside') return null;
  const rate = rates.find(({ from }) => YearMonth.compare(from, supplied) <= 0);
  if (!rate) throw new RangeError(`no rate of consumption tax for ${supplied.toString()}`);
  return rate[category];
};

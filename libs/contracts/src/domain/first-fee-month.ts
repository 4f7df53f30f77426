import type { PlainDate, YearMonth } from '#lib/kernel';

/**
 * What a start in the middle of a month costs: nothing until the next month (`free`), the whole month (`full`), or
 * the share of its days (`prorated`).
 */
export type FirstMonthPolicy = 'free' | 'full' | 'prorated';

/**
 * 初回月: the first month a fee is due for.
 * @clause W4.5
 * @decision D-04
 */
export const firstFeeMonth = (
  serviceStartDate: PlainDate,
  policy: FirstMonthPolicy = 'free',
): YearMonth => {
  const month = serviceStartDate.toPlainYearMonth();
  return serviceStartDate.day === 1 || policy !== 'free' ? month : month.add({ months: 1 });
};

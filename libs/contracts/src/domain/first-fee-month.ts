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

/**
 * The part of the first fee month that is charged, in days; null for all of it.
 * @clause W4.5
 * @decision D-04
 */
export const firstMonthShare = (
  serviceStartDate: PlainDate,
  policy: FirstMonthPolicy,
): { readonly days: number; readonly of: number } | null => {
  const { day, daysInMonth } = serviceStartDate;
  return policy === 'prorated' && day > 1 ? { days: daysInMonth - day + 1, of: daysInMonth } : null;
};

import { YearMonth } from '#lib/kernel';

/** Every month from the first to the last given; none when the last lies before the first. */
export const monthsFromTo = (first: YearMonth, last: YearMonth): YearMonth[] => {
  const months: YearMonth[] = [];
  for (let month = first; isAtMost(month, last); month = month.add({ months: 1 }))
    months.push(month);
  return months;
};

/** Whether the first month is the second or lies before it. */
export const isAtMost = (a: YearMonth, b: YearMonth): boolean => YearMonth.compare(a, b) <= 0;

/** The earlier of two months. */
export const earlier = (a: YearMonth, b: YearMonth): YearMonth => (isAtMost(a, b) ? a : b);

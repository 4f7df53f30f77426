import { PlainDate, YearMonth } from '#lib/kernel';

/** Every day from the first to the last given. */
export const everyDay = (first: string, last: string): PlainDate[] => {
  const start = PlainDate.from(first);
  const count = start.until(PlainDate.from(last)).days + 1;
  return Array.from({ length: count }, (_, days) => start.add({ days }));
};

/** Every month from the first to the last given; none when the last lies before the first. */
export const monthsFromTo = (first: YearMonth, last: YearMonth): YearMonth[] => {
  const months: YearMonth[] = [];
  for (let month = first; YearMonth.compare(month, last) <= 0; month = month.add({ months: 1 }))
    months.push(month);
  return months;
};

import { PlainDate } from '#lib/kernel';

/** How banks count the two digits of a year: from 1 May 2019 on 令和, or the common era. */
export type ShortYear = 'reiwa' | 'western';

const firstYear = { reiwa: 2018, western: 2000 } as const;
const reiwaBegins = PlainDate.from('2019-05-01');

/** Reads YYMMDD, `080731` as 31 July 2026 (令和8年); undefined for what is no day, or none of the era. @clause W6.1 */
export const readShortDate = (text: string, year: ShortYear): PlainDate | undefined => {
  const digits = /^(\d\d)(\d\d)(\d\d)$/.exec(text);
  if (!digits) return undefined;
  const [y, month, day] = digits.slice(1).map(Number) as [number, number, number];
  if (month < 1 || month > 12) return undefined;
  const first = PlainDate.from({ year: firstYear[year] + y, month, day: 1 });
  if (day < 1 || day > first.daysInMonth) return undefined;
  const date = first.with({ day });
  return year === 'reiwa' && PlainDate.compare(date, reiwaBegins) < 0 ? undefined : date;
};

/**
 * Whether a bank may say so today: it tells of days that were, of the last year at most, and over holidays of the next
 * business day. Any other day is one of the wrong era, or damaged.
 * @clause W6.1
 */
export const mayBeBooked = (day: PlainDate, today: PlainDate): boolean =>
  PlainDate.compare(today.subtract({ years: 1 }), day) <= 0 &&
  PlainDate.compare(day, today.add({ days: 14 })) <= 0;

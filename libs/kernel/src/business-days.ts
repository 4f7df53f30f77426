import holidayJp from '@holiday-jp/holiday_jp';
import type { PlainDate } from './jst.js';

// The table is looked up by text; the package's own isHoliday(Date) reads the process's time zone.
const holidays: Readonly<Record<string, unknown>> = holidayJp.holidays;
const firstYear = 1970;
const lastYear = 2050;

/**
 * Whether the day is a national holiday, substitute and in-between holidays included.
 * @throws RangeError outside 1970–2050, for which there is no table
 */
export function isNationalHoliday(date: PlainDate): boolean {
  if (date.year < firstYear || date.year > lastYear)
    throw new RangeError(`no table of holidays for ${date.year}`);
  return Object.hasOwn(holidays, date.toString());
}

/** Whether banks are closed: Saturday, Sunday, national holidays, 31 December to 3 January (銀行法施行令5条). */
export function isBankHoliday(date: PlainDate): boolean {
  return isNationalHoliday(date) || date.dayOfWeek >= 6 || isTurnOfYear(date);
}

function isTurnOfYear({ month, day }: PlainDate): boolean {
  return (month === 12 && day === 31) || (month === 1 && day <= 3);
}

/** The day itself when banks are open, else the first open day after it: where a debit day moves to. */
export function businessDayOnOrAfter(date: PlainDate): PlainDate {
  return isBankHoliday(date) ? nextBusinessDay(date) : date;
}

/** 翌営業日: the first open day after the given one, which does not count, open or not. */
export function nextBusinessDay(date: PlainDate): PlainDate {
  return addBusinessDays(date, 1);
}

/**
 * The `count`-th open day after the given one, or before it when negative; the given day does not
 * count, open or not. 0 is the day itself.
 * @throws RangeError unless `count` is a whole number
 */
export function addBusinessDays(date: PlainDate, count: number): PlainDate {
  if (!Number.isSafeInteger(count)) throw new RangeError('business days are whole numbers');
  let day = date;
  for (let left = Math.abs(count); left > 0;) {
    day = day.add({ days: Math.sign(count) });
    if (!isBankHoliday(day)) left -= 1;
  }
  return day;
}

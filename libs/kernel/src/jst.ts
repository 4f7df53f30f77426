import { Temporal } from 'temporal-polyfill';
import type { Locale } from './locale.js';

/** A day of the calendar, without time or zone. */
export type PlainDate = Temporal.PlainDate;
export const PlainDate = Temporal.PlainDate;

/** A month of a year. */
export type YearMonth = Temporal.PlainYearMonth;
export const YearMonth = Temporal.PlainYearMonth;

const tokyo = 'Asia/Tokyo';

function inTokyo(at: Date): Temporal.ZonedDateTime {
  return Temporal.Instant.fromEpochMilliseconds(at.getTime()).toZonedDateTimeISO(tokyo);
}

/** The day it is in Japan at that instant. */
export function jstDate(at: Date): PlainDate {
  return inTokyo(at).toPlainDate();
}

/** The month it is in Japan at that instant. */
export function jstMonth(at: Date): YearMonth {
  return jstDate(at).toPlainYearMonth();
}

/** 00:00:00.000 of that day in Japan: the first instant that belongs to it. */
export function startOfJstDay(date: PlainDate): Date {
  return new Date(date.toZonedDateTime(tokyo).epochMilliseconds);
}

/** 00:00:00.000 of the first day of that month in Japan. */
export function startOfJstMonth(month: YearMonth): Date {
  return startOfJstDay(month.toPlainDate({ day: 1 }));
}

/** The last day of the month. */
export function endOfMonth(month: YearMonth): PlainDate {
  return month.toPlainDate({ day: month.daysInMonth });
}

/** ISO 8601 to the minute, cut and not rounded, with the offset: `2026-01-31T23:59+09:00`. */
export function jstDateTime(at: Date): string {
  return inTokyo(at).toString({ smallestUnit: 'minute', timeZoneName: 'never' });
}

const weekdays = {
  ja: ['月', '火', '水', '木', '金', '土', '日'],
  en: ['Mon', 'Tue', 'Wed', 'Thu', 'Fri', 'Sat', 'Sun'],
} as const;

const months = 'Jan Feb Mar Apr May Jun Jul Aug Sep Oct Nov Dec'.split(' ');

/** For people, in Japanese time to the minute: `2026年1月31日(土) 23:59`, `Sat 31 Jan 2026, 23:59 JST`. */
export function formatJst(at: Date, locale: Locale): string {
  const local = inTokyo(at);
  const time = local.toPlainTime().toString({ smallestUnit: 'minute' });
  const day = formatDay(local.toPlainDate(), locale);
  return locale === 'ja' ? `${day} ${time}` : `${day}, ${time} JST`;
}

/** For people: `2026年1月31日(土)`, `Sat 31 Jan 2026`. */
export function formatDay(day: PlainDate, locale: Locale): string {
  const weekday = String(weekdays[locale][day.dayOfWeek - 1]);
  return locale === 'ja'
    ? `${formatMonth(day.toPlainYearMonth(), locale)}${day.day}日(${weekday})`
    : `${weekday} ${day.day} ${formatMonth(day.toPlainYearMonth(), locale)}`;
}

/** For people: `2026年1月`, `Jan 2026`. */
export function formatMonth(month: YearMonth, locale: Locale): string {
  return locale === 'ja'
    ? `${month.year}年${month.month}月`
    : `${String(months[month.month - 1])} ${month.year}`;
}

import { Temporal } from 'temporal-polyfill';
import { isNationalHoliday, jstDate, startOfJstDay } from '#lib/kernel';
import type { PlainDate } from '#lib/kernel';

/** Days on which the company is closed besides weekends and national holidays, `2026-08-13`. */
export type ClosingDays = ReadonlySet<string>;

/** When people answer, on a day that is open: 9:00–12:00 and 13:00–18:00 in Japan. @clause D1 §6 */
const openHours: readonly (readonly [from: number, to: number])[] = [
  [9, 12],
  [13, 18],
];

const hourMs = 3_600_000;
const longestBreakDays = 60;

const isOpenDay = (day: PlainDate, closing: ClosingDays): boolean =>
  day.dayOfWeek < 6 && !isNationalHoliday(day) && !closing.has(day.toString());

interface Opening {
  readonly from: Date;
  readonly to: Date;
}

const openingsOf = (day: PlainDate, closing: ClosingDays): readonly Opening[] => {
  if (!isOpenDay(day, closing)) return [];
  const midnight = startOfJstDay(day).getTime();
  return openHours.map(([from, to]) => ({
    from: new Date(midnight + from * hourMs),
    to: new Date(midnight + to * hourMs),
  }));
};

/** Openings that are not over yet, from an instant on. */
function* openingsFrom(at: Date, closing: ClosingDays): Generator<Opening> {
  const first = jstDate(at);
  for (let days = 0; days <= longestBreakDays; days++)
    for (const opening of openingsOf(first.add({ days }), closing))
      if (opening.to > at) yield opening;
}

/** Whether somebody answers at that instant: from 9:00:00 on, at 12:00:00 no more. @clause D1 §6 */
export const isOpen = (at: Date, closing: ClosingDays): boolean =>
  openingsOf(jstDate(at), closing).some(({ from, to }) => from <= at && at < to);

/** The instant itself while the window is open, else when it opens next; null when it stays closed for two months. */
export const opensAt = (at: Date, closing: ClosingDays): Date | null => {
  for (const { from } of openingsFrom(at, closing)) return from > at ? from : at;
  return null;
};

/**
 * When so much time of open hours will have passed: clocks of promises stand still while the window is closed.
 * @param hours of open time, more than 0
 * @throws RangeError when the window stays closed for two months
 * @clause W23.1
 */
export const dueAfter = (start: Date, hours: number, closing: ClosingDays): Date => {
  let left = hours * hourMs;
  for (const { from, to } of openingsFrom(start, closing)) {
    const begin = Math.max(from.getTime(), start.getTime());
    const span = to.getTime() - begin;
    if (span >= left) return new Date(begin + left);
    left -= span;
  }
  throw new RangeError('the window is closed for too long');
};

/** Whether the text names a day that exists. */
export const isDay = (text: string): boolean => {
  try {
    return Temporal.PlainDate.from(text, { overflow: 'reject' }).toString() === text;
  } catch {
    return false;
  }
};

import { endOfMonth } from './jst.js';
import type { PlainDate } from './jst.js';

/**
 * The last day of a span of whole months that begins at 00:00 of `start`: the day before its like in the last month,
 * or the end of that month where it has no such day (民法140条但書, 143条2項). Adding months and taking a day off gives
 * another answer after 31 March, 29 August and their like.
 */
export const legalLastDay = (start: PlainDate, months: number): PlainDate => {
  const month = start.toPlainYearMonth().add({ months });
  return start.day > month.daysInMonth
    ? endOfMonth(month)
    : month.toPlainDate({ day: start.day }).subtract({ days: 1 });
};

import { endOfMonth, startOfJstMonth } from '#lib/kernel';
import type { PlainDate } from '#lib/kernel';

/** The span in which neither party can end the contract. @clause W5.1 */
export interface MinimumTerm {
  /** 利用開始日; the term begins at 00:00 of it in Japan. */
  readonly serviceStartDate: PlainDate;
  /** The last day by the letter of the Civil Code. */
  readonly legalLastDay: PlainDate;
  /** E0: the last day of service at the earliest, always the end of a month. */
  readonly end: PlainDate;
  /** A notice that arrives before this instant ends the contract with the term. @clause W5.3 */
  readonly noticeBefore: Date;
}

/** @clause W5.1 */
export const defaultMinimumTermMonths = 6;

/**
 * The last day of a span of whole months that begins at 00:00 of `start`: the day before its like in the last month,
 * or the end of that month where it has no such day (民法140条但書, 143条2項). Adding months and taking a day off gives
 * another answer after 31 March, 29 August and their like.
 * @clause W5.1
 */
export const legalLastDay = (start: PlainDate, months: number): PlainDate => {
  const month = start.toPlainYearMonth().add({ months });
  return start.day > month.daysInMonth
    ? endOfMonth(month)
    : month.toPlainDate({ day: start.day }).subtract({ days: 1 });
};

/**
 * The minimum term of a service that begins on `start`. It runs to the end of the month its legal last day lies in,
 * as closing, cancellation and price all count in months.
 * @clause W5.1
 * @decision D-01
 */
export const minimumTerm = (
  start: PlainDate,
  months: number = defaultMinimumTermMonths,
): MinimumTerm => {
  const lastDay = legalLastDay(start, months);
  const lastMonth = lastDay.toPlainYearMonth();
  return {
    serviceStartDate: start,
    legalLastDay: lastDay,
    end: endOfMonth(lastMonth),
    noticeBefore: startOfJstMonth(lastMonth),
  };
};

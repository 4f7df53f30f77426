import { endOfMonth, legalLastDay, startOfJstMonth } from '#lib/kernel';
import type { PlainDate } from '#lib/kernel';

/** The span in which neither party can end the contract. @clause W5.1 */
export interface MinimumTerm {
  /** 利用開始日; the term begins at 00:00 of it in Japan. */
  readonly serviceStartDate: PlainDate;
  /** The last day by the letter of the Civil Code. */
  readonly legalLastDay: PlainDate;
  /** E0: the last day of service at the earliest, always the end of a month. */
  readonly end: PlainDate;
  /** A tenant's notice that arrives before this instant ends the contract on that day. @clause W5.3 */
  readonly noticeBefore: Date;
  /** False where it was agreed that there is none: then the month of the start is the earliest to end with. @clause W5.4 */
  readonly binds: boolean;
}

/** @clause W5.1 */
export const defaultMinimumTermMonths = 6;

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
  const binds = months > 0;
  const lastMonth = (binds ? lastDay : start).toPlainYearMonth();
  return {
    serviceStartDate: start,
    legalLastDay: lastDay,
    end: endOfMonth(lastMonth),
    noticeBefore: startOfJstMonth(binds ? lastMonth : lastMonth.add({ months: 1 })),
    binds,
  };
};

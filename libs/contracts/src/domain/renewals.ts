import { YearMonth, endOfMonth, jstMonth } from '#lib/kernel';
import type { PlainDate } from '#lib/kernel';
import type { MinimumTerm } from './minimum-term.js';

/** One entry of the log of renewals. */
export interface Renewal {
  /** The term that began because no notice ended the one before. */
  readonly firstMonth: YearMonth;
  readonly lastDay: PlainDate;
}

/**
 * Every renewal up to `now`: one at each end of a term that service outlived, cut off by the end of the contract.
 * A late notice lets one of them happen.
 * @clause W5.2
 * @param endDate the last day of service, null where no notice has been given
 */
export const renewalsUntil = (
  now: Date,
  term: MinimumTerm,
  endDate: PlainDate | null,
  renewalMonths = 1,
): Renewal[] => {
  const present = jstMonth(now);
  const last = endDate ? earlier(present, endDate.toPlainYearMonth()) : present;
  const renewals: Renewal[] = [];
  let month = term.end.toPlainYearMonth().add({ months: 1 });
  while (YearMonth.compare(month, last) <= 0) {
    const next = month.add({ months: renewalMonths });
    renewals.push({ firstMonth: month, lastDay: endOfMonth(next.subtract({ months: 1 })) });
    month = next;
  }
  return renewals;
};

const earlier = (a: YearMonth, b: YearMonth): YearMonth => (YearMonth.compare(a, b) <= 0 ? a : b);

import { PlainDate, YearMonth, endOfMonth, jstDate, jstMonth, startOfJstMonth } from '#lib/kernel';
import type { MinimumTerm } from './minimum-term.js';

/** What a notice that arrived does to the contract. */
export interface NoticeEffect {
  /** The last day of service, until 24:00. */
  readonly endDate: PlainDate;
  /** By non-renewal, or by the tenant's own right to cancel. */
  readonly clause: 'W5.3' | 'W15.1';
  /** It arrived within the minimum term, but too late to end the contract with it. */
  readonly late: boolean;
}

/**
 * A tenant's notice. Within the minimum term it is a refusal of renewal, and a late one lets one renewal happen;
 * after it, or where there is none, service ends with the month of arrival.
 * @clause W5.3, W5.4, W15.1
 * @decision D-02
 */
export const endByTenant = (term: MinimumTerm, arrivedAt: Date): NoticeEffect => {
  const month = jstMonth(arrivedAt);
  if (!isWithin(term, arrivedAt))
    return { endDate: later(term.end, endOfMonth(month)), clause: 'W15.1', late: false };
  const endDate = later(term.end, endOfMonth(month.add({ months: 1 })));
  return { endDate, clause: 'W5.3', late: !endDate.equals(term.end) };
};

/**
 * The operator's notice: never with effect in the month it arrives in. Where renewals are longer than a month, the
 * operator waits for the end of the running one; the tenant's right of W15.1 stays monthly.
 * @clause W5.3, W5.4
 * @decision D-02
 */
export const endByOperator = (
  term: MinimumTerm,
  arrivedAt: Date,
  renewalMonths = 1,
): NoticeEffect => {
  const lastMonth = term.end.toPlainYearMonth();
  const beyond = Math.max(0, monthsFrom(lastMonth, jstMonth(arrivedAt)) + 1);
  const renewals = Math.ceil(beyond / renewalMonths);
  const endDate = endOfMonth(lastMonth.add({ months: renewals * renewalMonths }));
  return { endDate, clause: 'W5.3', late: isWithin(term, arrivedAt) && renewals > 0 };
};

/**
 * The instant before which a tenant's notice must arrive for service to end with that month; undefined for a month
 * before the end of the minimum term, which no notice can reach.
 * @clause W5.3, W15.1
 */
export const tenantNoticeBefore = (term: MinimumTerm, lastMonth: YearMonth): Date | undefined => {
  const order = YearMonth.compare(lastMonth, term.end.toPlainYearMonth());
  if (order < 0) return undefined;
  return order === 0 ? term.noticeBefore : startOfJstMonth(lastMonth.add({ months: 1 }));
};

/**
 * 解約月: the first month without service. People are asked for the last month with it.
 * @clause W15.3
 * @decision D-07
 */
export const firstMonthWithoutService = (endDate: PlainDate): YearMonth =>
  endDate.toPlainYearMonth().add({ months: 1 });

/** The later of two days. */
export const later = (a: PlainDate, b: PlainDate): PlainDate =>
  PlainDate.compare(a, b) >= 0 ? a : b;

const isWithin = (term: MinimumTerm, at: Date): boolean =>
  term.binds && PlainDate.compare(jstDate(at), term.end) <= 0;

const monthsFrom = (a: YearMonth, b: YearMonth): number =>
  (b.year - a.year) * 12 + b.month - a.month;

import type { YearMonth } from '#lib/kernel';
import { earlier, isAtMost, monthsFromTo } from '../months.js';

/** What of a contract the months of its fees depend on. */
export interface FeeContract {
  /** 初回月, paid with the initial invoice. @decision D-04 */
  readonly firstFeeMonth: YearMonth;
  /** The month of the last day of service, once that is fixed. */
  readonly lastMonth: YearMonth | null;
  readonly billingMode: 'advance-true-up' | 'arrears';
}

/** Months as texts, `2026-02`. */
export interface BilledMonths {
  /** Whose basic fee has been invoiced before they began, but for the first. */
  readonly advanced: ReadonlySet<string>;
  /** Whose peak has been settled, or found to cost nothing. */
  readonly closed: ReadonlySet<string>;
}

export interface SuspendedMonths {
  readonly wholly: ReadonlySet<string>;
  /** Whether service is suspended when the run begins: nobody pays ahead for what may not come. */
  readonly now: boolean;
}

/**
 * One entry of an invoice to be:
 * - `advance`: the basic fee of a month to come
 * - `true-up`: what the peak of a closed month costs beyond its basic fee, and its options
 * - `full-fee`: the whole fee of a closed month that was not paid ahead, and its options
 * - `no-fee`: a month suspended throughout
 * - `release-advance`: the same, but it was paid ahead: void or credit that
 */
export interface FeeItem {
  readonly kind: 'advance' | 'true-up' | 'full-fee' | 'no-fee' | 'release-advance';
  readonly month: YearMonth;
}

/**
 * What the run of a month invoices: the closed months that no run has settled, then the month to come. A run that was
 * missed is made good by the next one; made up for after that it finds nothing to do. The final invoice is the run of
 * the month after the last.
 * @clause W4.5, W6.1, W13.3
 * @decision D-03
 */
export const feeItems = (
  contract: FeeContract,
  billed: BilledMonths,
  suspended: SuspendedMonths,
  runMonth: YearMonth,
): FeeItem[] => {
  const { firstFeeMonth, lastMonth, billingMode } = contract;
  const before = runMonth.subtract({ months: 1 });
  const lastClosed = lastMonth ? earlier(before, lastMonth) : before;
  const closes = monthsFromTo(firstFeeMonth, lastClosed)
    .filter((month) => !billed.closed.has(month.toString()))
    .map((month) => ({ kind: closing(month, contract, billed, suspended), month }));

  const next = runMonth.add({ months: 1 });
  const advances =
    billingMode === 'advance-true-up' &&
    !suspended.now &&
    !billed.advanced.has(next.toString()) &&
    !billed.closed.has(next.toString()) &&
    !isAtMost(next, firstFeeMonth) &&
    (!lastMonth || isAtMost(next, lastMonth));
  return advances ? [...closes, { kind: 'advance', month: next }] : closes;
};

const closing = (
  month: YearMonth,
  { firstFeeMonth }: FeeContract,
  { advanced }: BilledMonths,
  { wholly }: SuspendedMonths,
): FeeItem['kind'] => {
  const paidAhead = month.equals(firstFeeMonth) || advanced.has(month.toString());
  if (wholly.has(month.toString())) return paidAhead ? 'release-advance' : 'no-fee';
  return paidAhead ? 'true-up' : 'full-fee';
};

import { startOfJstDay, startOfJstMonth } from '#lib/kernel';
import type { PlainDate, YearMonth } from '#lib/kernel';

/** From the suspension to the resumption; `until` is null while it lasts. Half open. */
export interface Suspension {
  readonly from: Date;
  readonly until: Date | null;
}

/** The first instant at which an unpaid invoice allows a suspension; whether to is the operator's decision. @clause W13.2 */
export const maySuspendFrom = (dueDate: PlainDate): Date => startOfJstDay(dueDate.add({ days: 1 }));

/**
 * Whether service was suspended from the first to the last instant of the month, so that it costs nothing. A single
 * millisecond of service makes the whole fee due; the minimum term runs on in any case.
 * @clause W13.3
 * @decision D-10
 */
export const isWhollySuspended = (
  month: YearMonth,
  suspensions: readonly Suspension[],
): boolean => {
  const end = startOfJstMonth(month.add({ months: 1 })).getTime();
  let served = startOfJstMonth(month).getTime();
  const inOrder = [...suspensions].sort((a, b) => a.from.getTime() - b.from.getTime());
  for (const { from, until } of inOrder) {
    if (from.getTime() > served) return false;
    served = Math.max(served, until?.getTime() ?? end);
    if (served >= end) return true;
  }
  return false;
};

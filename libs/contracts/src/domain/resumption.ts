import { legalLastDay, startOfJstDay } from '#lib/kernel';
import type { PlainDate, Yen } from '#lib/kernel';

/** The longest unpaid period after which a suspended contract may live again, in months. @clause W13.2 */
const longestUnpaidMonths = 6;

/** The last day of the unpaid period that begins the day after the oldest unpaid due date. @clause W13.2 */
export const lastResumableDay = (oldestUnpaidDue: PlainDate): PlainDate =>
  legalLastDay(oldestUnpaidDue.add({ days: 1 }), longestUnpaidMonths);

export interface ResumptionCase {
  /** The due date that began the unpaid period, settled by now or not. */
  readonly oldestUnpaidDue: PlainDate;
  readonly balance: Yen;
  /** When the last debt was paid; null while there is one. */
  readonly settledAt: Date | null;
  /** When the tenant asked for it. */
  readonly requestedAt: Date | null;
  readonly operatorApproves: boolean;
}

export type ResumptionObstacle =
  'not-asked-for' | 'balance-unsettled' | 'unpaid-too-long' | 'not-approved';

/**
 * What keeps service suspended; empty when it may resume. Both the request and the settlement must come within the
 * unpaid period; the operator may take his time to decide.
 * @clause W13.2
 */
export const obstaclesToResume = (given: ResumptionCase): ResumptionObstacle[] => {
  const { requestedAt, settledAt, balance } = given;
  const over = startOfJstDay(lastResumableDay(given.oldestUnpaidDue).add({ days: 1 }));
  const settled = balance <= 0 && settledAt !== null;
  const tooLate = [requestedAt, settledAt].some((at) => at !== null && at >= over);
  return [
    ...(requestedAt ? [] : (['not-asked-for'] as const)),
    ...(settled ? [] : (['balance-unsettled'] as const)),
    ...(tooLate ? (['unpaid-too-long'] as const) : []),
    ...(given.operatorApproves ? [] : (['not-approved'] as const)),
  ];
};

/** Nothing but termination is left, and a come-back is a new application. @clause W13.2, W14.1 */
export const isBeyondResumption = (oldestUnpaidDue: PlainDate, now: Date): boolean =>
  now >= startOfJstDay(lastResumableDay(oldestUnpaidDue).add({ days: 1 }));

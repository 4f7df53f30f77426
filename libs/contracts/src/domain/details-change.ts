import { startOfJstDay } from '#lib/kernel';
import type { PlainDate } from '#lib/kernel';

/** What the tenant has told us about itself and must keep true. @clause W16 */
export type RegisteredDetail =
  'name' | 'address' | 'phone' | 'email' | 'contact-person' | 'bank-account';

export interface DetailsChangeTiming {
  /** The last day on which the notice is in time. */
  readonly lastDay: PlainDate;
  /** A late notice is accepted all the same, and the disclaimer shown. */
  readonly late: boolean;
}

/**
 * Whether a notice of changed details comes in time: any time before, and up to ten days after the planned day,
 * which itself does not count.
 * @clause W16
 * @decision D-12
 */
export const detailsChangeTiming = (
  plannedDate: PlainDate,
  arrivedAt: Date,
): DetailsChangeTiming => {
  const lastDay = plannedDate.add({ days: 10 });
  return { lastDay, late: arrivedAt >= startOfJstDay(lastDay.add({ days: 1 })) };
};

/** A new name may hide a transfer of the contract, which is forbidden: the operator looks at it. @clause W20 */
export const needsOperatorCheck = (changed: readonly RegisteredDetail[]): boolean =>
  changed.includes('name');

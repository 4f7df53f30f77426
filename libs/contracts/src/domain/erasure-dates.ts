import { legalLastDay, startOfJstDay } from '#lib/kernel';
import type { PlainDate } from '#lib/kernel';

/** @decision D-08 */
const defaultRetentionMonths = 6;

/** Nights before the last day on which the erasure begins: one that fails is made good by the next. */
const nightsToSpare = 2;

export interface ErasureDates {
  /** 速やかに: the last day on which service data may still be there. */
  readonly serviceDataBy: PlainDate;
  /** The first day on which the tenant's own data may go, if nothing is owed and nothing holds them. */
  readonly personalDataFrom: PlainDate;
}

/**
 * The erasure clock, which starts when service ends (24:00 of `endDate`).
 * @decision D-08
 */
export const erasureDates = (
  endDate: PlainDate,
  retentionMonths: number = defaultRetentionMonths,
): ErasureDates => ({
  serviceDataBy: endDate.add({ days: 7 }),
  personalDataFrom: legalLastDay(endDate.add({ days: 1 }), retentionMonths).add({ days: 1 }),
});

/** The first day on whose night service data go. @decision D-08 */
export const serviceDataFrom = (by: PlainDate): PlainDate => by.subtract({ days: nightsToSpare });

/**
 * Where the erasure of service data stands at an instant, to the millisecond: `late` begins with 24:00 of the last day.
 * @clause 同意6
 */
export const erasureStanding = (by: PlainDate, at: Date): 'waiting' | 'due' | 'late' => {
  if (at >= startOfJstDay(by.add({ days: 1 }))) return 'late';
  return at >= startOfJstDay(serviceDataFrom(by)) ? 'due' : 'waiting';
};

import type { PlainDate } from '#lib/kernel';
import { legalLastDay } from './minimum-term.js';

/** @decision D-08 */
const defaultRetentionMonths = 6;

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

import type { DebitSchedule } from './debit-schedule.js';

/**
 * The earliest of all: what is issued in time for it can be collected through any of the banks.
 * @clause W6.1
 */
export const strictestSchedule = (
  first: DebitSchedule,
  ...others: readonly DebitSchedule[]
): DebitSchedule => {
  const all = [first, ...others];
  return {
    leadBusinessDays: Math.max(...all.map(({ leadBusinessDays }) => leadBusinessDays)),
    closesAtMinute: Math.min(...all.map(({ closesAtMinute }) => closesAtMinute)),
  };
};

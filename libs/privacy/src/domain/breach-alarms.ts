import { deadlineAlarm } from '#lib/kernel';
import type { DeadlineAlarm } from '#lib/kernel';
import { breachDeadlines } from './breach.js';
import type { BreachFacts } from './breach.js';

/** What must still be done about a breach. */
const breachDuties = ['first-report', 'full-report', 'tell-tenants'] as const;
export type BreachDuty = (typeof breachDuties)[number];

/** What was done about it so far. */
export interface BreachProgress {
  readonly firstReportedAt: Date | null;
  readonly fullyReportedAt: Date | null;
  readonly closedAt: Date | null;
  /** Of each tenant whose readers it concerns. */
  readonly tenants: readonly { readonly toldAt: string | null }[];
}

export interface BreachAlarm {
  readonly duty: BreachDuty;
  readonly dueAt: Date;
  readonly alarm: DeadlineAlarm;
}

const dayMs = 86_400_000;

/** Short deadlines are called two days ahead, the long one a week. */
const noticeDays: Readonly<Record<BreachDuty, number>> = {
  'first-report': 2,
  'full-report': 7,
  'tell-tenants': 2,
};

/** Duties whose deadline is near or past and that nobody has done. @clause 個人情報保護法26条 */
export const breachAlarms = (breach: BreachFacts & BreachProgress, now: Date): BreachAlarm[] => {
  if (breach.closedAt) return [];
  const { firstReportBy, fullReportBy, tenantsToldBy } = breachDeadlines(breach);
  const waiting: Readonly<Record<BreachDuty, Date | null>> = {
    'first-report': breach.firstReportedAt ? null : firstReportBy,
    'full-report': breach.fullyReportedAt ? null : fullReportBy,
    'tell-tenants': breach.tenants.some(({ toldAt }) => toldAt === null) ? tenantsToldBy : null,
  };
  return breachDuties.flatMap((duty) => {
    const dueAt = waiting[duty];
    const alarm = dueAt && deadlineAlarm(dueAt, now, noticeDays[duty] * dayMs);
    return dueAt && alarm ? { duty, dueAt, alarm } : [];
  });
};

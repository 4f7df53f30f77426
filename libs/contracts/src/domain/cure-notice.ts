import { jstDate, startOfJstDay } from '#lib/kernel';
import type { PlainDate } from '#lib/kernel';

/** @decision D-11 */
export const defaultCureDays = 14;

/** 是正勧告: a request to mend a breach within so many days. */
export interface CureNotice {
  /** Null while it has not arrived: the days have not begun. */
  readonly arrivedAt: Date | null;
  readonly days: number;
  readonly curedAt: Date | null;
}

/** The last day for the cure, until 24:00; the day of arrival does not count. @clause W14.2 */
export const lastCureDay = (arrivedAt: Date, days: number = defaultCureDays): PlainDate =>
  jstDate(arrivedAt).add({ days });

export type CureState = 'not-arrived' | 'running' | 'cured' | 'failed';

/** How a cure notice stands; only `failed` lets the operator terminate. @clause W14.2 */
export const cureState = ({ arrivedAt, days, curedAt }: CureNotice, now: Date): CureState => {
  if (!arrivedAt) return 'not-arrived';
  const over = startOfJstDay(lastCureDay(arrivedAt, days).add({ days: 1 }));
  if (curedAt && curedAt < over) return 'cured';
  return now >= over ? 'failed' : 'running';
};

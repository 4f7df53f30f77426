import type { Schema } from '../../../api/client.js';

export type Leave = Schema<'LeaveHourView'>;
type Bounce = Schema<'BounceHourView'>;

export interface DepartureHour {
  readonly at: string;
  readonly left: number;
  readonly failed: number;
  readonly complained: number;
}

/** Both in one row of hours, in their order; hours in which nothing happened are left out. */
export const departuresByHour = (
  leaves: readonly Leave[],
  bounces: readonly Bounce[],
): DepartureHour[] => {
  const hours = new Map<string, DepartureHour>();
  const add = (at: string, part: Partial<DepartureHour>): void => {
    hours.set(at, { at, left: 0, failed: 0, complained: 0, ...hours.get(at), ...part });
  };
  for (const { at, people } of leaves) add(at, { left: people });
  for (const { at, failed, complained } of bounces) add(at, { failed, complained });
  return [...hours.values()].sort((a, b) => a.at.localeCompare(b.at));
};

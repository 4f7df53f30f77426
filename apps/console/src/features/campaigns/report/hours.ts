import type { Schema } from '../../../api/client.js';

export type Hour = Schema<'HourView'>;

const hourMs = 3600 * 1000;
/** Three days say all there is to see; later reactions are few and stay in the sums. */
const most = 72;

/** The hours from the first on without a gap, so that time runs evenly along the axis. */
export const everyHour = (hours: readonly Hour[]): Hour[] => {
  const first = hours[0];
  const last = hours.at(-1);
  if (!first || !last) return [];
  const begin = new Date(first.at).getTime();
  const count = Math.min(most, (new Date(last.at).getTime() - begin) / hourMs + 1);
  const known = new Map(hours.map((hour) => [new Date(hour.at).getTime(), hour]));
  return Array.from({ length: count }, (_, i) => {
    const at = begin + i * hourMs;
    return (
      known.get(at) ?? {
        at: new Date(at).toISOString(),
        opens: 0,
        machineOpens: 0,
        clicks: 0,
        scannerClicks: 0,
      }
    );
  });
};

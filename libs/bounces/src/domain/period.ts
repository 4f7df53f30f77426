import { bouncesErrors } from '../bounces.errors.js';

/** Half open: `from` belongs to it, `to` does not. */
export interface Period {
  readonly from: Date;
  readonly to: Date;
}

const dayMs = 86_400_000;
const usualDays = 30;
const mostDays = 400;

/** The last 30 days unless said otherwise. @throws BusinessError bounces.bad-period */
export const periodOf = (wanted: Partial<Period>, now: Date): Period => {
  const to = wanted.to ?? new Date(now.getTime() + 1); // what came just now belongs to it
  const from = wanted.from ?? new Date(to.getTime() - usualDays * dayMs);
  const days = (to.getTime() - from.getTime()) / dayMs;
  if (days <= 0 || days > mostDays)
    throw bouncesErrors.badPeriod({ field: 'from', params: { days: mostDays } });
  return { from, to };
};

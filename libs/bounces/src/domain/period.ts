/** Half open: `from` belongs to it, `to` does not. */
export interface Period {
  readonly from: Date;
  readonly to: Date;
}

const dayMs = 86_400_000;
const usualDays = 30;
export const mostDays = 400;

/** The last 30 days unless said otherwise; undefined when it ends before it begins or is longer than {@link mostDays}. */
export const periodOf = (wanted: Partial<Period>, now: Date): Period | undefined => {
  const to = wanted.to ?? new Date(now.getTime() + 1); // what came just now belongs to it
  const from = wanted.from ?? new Date(to.getTime() - usualDays * dayMs);
  const days = (to.getTime() - from.getTime()) / dayMs;
  return days > 0 && days <= mostDays ? { from, to } : undefined;
};

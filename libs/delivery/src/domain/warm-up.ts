const dayMs = 24 * 3600 * 1000;
const firstDay = 500;
const growth = 1.6;
/** From then on receivers know the domain, and nothing is held back. */
const days = 21;

/**
 * How many mails a new sending domain may send a day: 500 on the first day, then 1.6 times as many each day, and as
 * many as it likes after three weeks (null).
 */
export const warmUpPerDay = (startedAt: Date, now: Date): number | null => {
  const day = Math.max(0, Math.floor((now.getTime() - startedAt.getTime()) / dayMs));
  return day >= days ? null : Math.round(firstDay * growth ** day);
};

import { jstDate, startOfJstDay } from '#lib/kernel';
import type { PlainDate } from '#lib/kernel';

const quietFromHour = 2;

/**
 * The day whose run may go on at an instant: it begins at two in the morning in Japan, when nobody is at work, and a
 * process that was down then makes up for it later on the same day. Undefined before two.
 */
export const nightOf = (now: Date): PlainDate | undefined => {
  const day = jstDate(now);
  const quietFrom = startOfJstDay(day).getTime() + quietFromHour * 3_600_000;
  return now.getTime() >= quietFrom ? day : undefined;
};

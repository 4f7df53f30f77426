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

/** The tries of a run reach over two hours; what is not whole after three needs a person. */
export const patienceMs = 3 * 3_600_000;

/**
 * Whether a run needs a person: it is not whole, or a later night should be whole by now and nobody asked for it.
 * @param run the latest
 */
export const isStuck = (
  run: { readonly day: PlainDate; readonly startedAt: Date; readonly isFinished: boolean },
  now: Date,
): boolean => {
  const patient = new Date(now.getTime() - patienceMs);
  if (!run.isFinished) return run.startedAt <= patient;
  const lastWhole = nightOf(patient) ?? jstDate(patient).subtract({ days: 1 });
  return run.day.until(lastWhole).sign > 0;
};

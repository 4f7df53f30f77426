const minute = 60;
const hour = 60 * minute;

/** Seconds to wait after the first, second… try that failed: about three days in all. */
export const waits: readonly number[] = [
  5,
  5 * minute,
  30 * minute,
  2 * hour,
  5 * hour,
  10 * hour,
  14 * hour,
  20 * hour,
  24 * hour,
];

/** An endpoint at which nothing arrives for so long is switched off. */
export const patienceMs = 5 * 24 * hour * 1000;

/** When to try again after so many tries; null when it is given up. */
export const nextTry = (tries: number, now: Date): Date | null => {
  const seconds = waits[tries - 1];
  return seconds === undefined ? null : new Date(now.getTime() + seconds * 1000);
};

/** Only a 2xx says that the message was taken; 410 says that nobody wants any more. */
export const isTaken = (status: number): boolean => status >= 200 && status < 300;
export const isUnwanted = (status: number): boolean => status === 410;

/** So many tries within `windowMs` for one address and for one network; the next has to wait. */
export const maxTries = 10;
export const windowMs = 15 * 60_000;

/**
 * Whole seconds until one more try is due, 0 when it may happen now.
 * @param tries instants of the latest tries within the window, newest first
 */
export const secondsToWait = (tries: readonly Date[], now: Date): number => {
  const oldest = tries[maxTries - 1];
  if (!oldest) return 0;
  return Math.max(0, Math.ceil((oldest.getTime() + windowMs - now.getTime()) / 1000));
};

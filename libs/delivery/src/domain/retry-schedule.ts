const minuteMs = 60_000;

/** Why a mail waits: the far side asked us to come back, or the connection broke under it. */
export type Delay = 'asked-to-wait' | 'cut-off';

const schedule: Record<Delay, { firstMs: number; longestMs: number }> = {
  'asked-to-wait': { firstMs: 10 * minuteMs, longestMs: 240 * minuteMs },
  'cut-off': { firstMs: minuteMs, longestMs: 60 * minuteMs },
};

/** A mail that did not get through by then is given up. @rfc 5321 §4.5.4.1 */
const giveUpAfterMs = 5 * 24 * 60 * minuteMs;

/**
 * When to try again: doubling from 10 minutes to 4 hours, or from 1 minute to 1 hour after a cut connection, each
 * spread by ± half so that a grey list does not see them all at once. Undefined when five days are over.
 * @param tries how often it was tried, this time included
 * @param random from 0 to 1
 */
export const nextTry = (
  delay: Delay,
  {
    tries,
    firstTryAt,
    now,
    random,
  }: { tries: number; firstTryAt: Date; now: Date; random: number },
): Date | undefined => {
  const { firstMs, longestMs } = schedule[delay];
  const waitMs = Math.min(firstMs * 2 ** (tries - 1), longestMs) * (0.5 + random);
  const at = now.getTime() + waitMs;
  return at - firstTryAt.getTime() > giveUpAfterMs ? undefined : new Date(at);
};

/** When to ask a relay again that took no connection: 10 to 30 seconds. */
export const relayPause = (now: Date, random: number): Date =>
  new Date(now.getTime() + 10_000 + random * 20_000);

const minuteMs = 60_000;
const hourMs = 60 * minuteMs;

/** A session unused for this long is over. */
export const idleMs = 12 * hourMs;
/** However busy, a session is over this long after sign-in. */
export const longestMs = 7 * 24 * hourMs;

export interface SessionTimes {
  readonly createdAt: Date;
  readonly seenAt: Date;
}

export const isAlive = ({ createdAt, seenAt }: SessionTimes, now: Date): boolean =>
  now.getTime() < seenAt.getTime() + idleMs && now.getTime() < createdAt.getTime() + longestMs;

/** A use is noted once a minute, so that reading pages does not write each time. */
export const isWorthNoting = (seenAt: Date | null, now: Date): boolean =>
  seenAt === null || now.getTime() - seenAt.getTime() >= minuteMs;

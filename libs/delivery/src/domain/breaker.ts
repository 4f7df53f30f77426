/** Whether mails may go to a relay or a recipient domain that keeps refusing them. */
export interface Breaker {
  readonly state: 'closed' | 'open' | 'half-open';
  /** Refusals in a row while closed. */
  readonly failures: number;
  /** How often in a row it opened without a mail getting through. */
  readonly trips: number;
  /** When a mail may be tried again; null while closed. */
  readonly until: Date | null;
  /** What it opened for, without addresses. */
  readonly reason: string | null;
}

export const closedBreaker: Breaker = {
  state: 'closed',
  failures: 0,
  trips: 0,
  until: null,
  reason: null,
};

export interface BreakerRule {
  /** So many refusals in a row open it. */
  readonly failuresToOpen: number;
  readonly firstPauseMs: number;
  readonly longestPauseMs: number;
}

export const domainRule: BreakerRule = {
  failuresToOpen: 10,
  firstPauseMs: 60_000,
  longestPauseMs: 30 * 60_000,
};

export const relayRule: BreakerRule = {
  failuresToOpen: 5,
  firstPauseMs: 10_000,
  longestPauseMs: 30_000,
};

interface Failure {
  readonly now: Date;
  /** From 0 to 1; spreads the pause by ± a fifth. */
  readonly random: number;
  readonly reason: string;
}

/** The very breaker that was given comes back when nothing changed. */
export const afterSuccess = (breaker: Breaker): Breaker =>
  breaker.state === 'closed' && breaker.failures === 0 ? breaker : closedBreaker;

export const afterFailure = (breaker: Breaker, rule: BreakerRule, failure: Failure): Breaker => {
  const { now, random, reason } = failure;
  // Mails that were under way when it opened say nothing new.
  if (breaker.state === 'open' && !isOver(breaker, now)) return breaker;
  const failures = breaker.failures + 1;
  if (breaker.state === 'closed' && failures < rule.failuresToOpen) return { ...breaker, failures };
  const pauseMs = Math.min(rule.firstPauseMs * 2 ** breaker.trips, rule.longestPauseMs);
  return {
    state: 'open',
    failures,
    trips: breaker.trips + 1,
    until: new Date(now.getTime() + pauseMs * (0.8 + 0.4 * random)),
    reason,
  };
};

/** How many mails may go; the one that tries a half-open breaker is on its way until it fails or gets through. */
export const admitted = (breaker: Breaker, now: Date): 'all' | 'probe' | 'none' => {
  if (breaker.state === 'closed') return 'all';
  return isOver(breaker, now) ? 'probe' : 'none';
};

/** Half open: the probe is under way, and nobody else tries before `until`. */
export const probing = (breaker: Breaker, rule: BreakerRule, now: Date): Breaker => ({
  ...breaker,
  state: 'half-open',
  until: new Date(now.getTime() + rule.firstPauseMs),
});

const isOver = ({ until }: Breaker, now: Date): boolean =>
  until === null || until.getTime() <= now.getTime();

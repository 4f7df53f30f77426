import { describe, expect, it } from '@jest/globals';
import {
  admitted,
  afterFailure,
  afterSuccess,
  closedBreaker,
  domainRule,
  probing,
} from './breaker.js';
import type { Breaker } from './breaker.js';

const start = new Date('2026-04-01T00:00:00Z');
const after = (seconds: number): Date => new Date(start.getTime() + seconds * 1000);
const failing = (breaker: Breaker, times: number, now = start): Breaker => {
  let next = breaker;
  for (let n = 0; n < times; n++)
    next = afterFailure(next, domainRule, { now, random: 0.5, reason: '421 busy' });
  return next;
};

const opened: Breaker = {
  state: 'open',
  failures: 10,
  trips: 1,
  until: after(60),
  reason: '421 busy',
};

describe('a breaker', () => {
  it('opens at the tenth refusal in a row, not before', () => {
    expect(failing(closedBreaker, 9)).toEqual({ ...closedBreaker, failures: 9 });
    expect(failing(closedBreaker, 10)).toEqual(opened);
    expect(failing(afterSuccess(failing(closedBreaker, 9)), 9).state).toBe('closed');
  });

  it('lets nothing through while open, then one mail', () => {
    expect([0, 59, 60].map((seconds) => admitted(opened, after(seconds)))).toEqual([
      'none',
      'none',
      'probe',
    ]);
    const probe = probing(opened, domainRule, after(60));
    expect([admitted(probe, after(61)), admitted(probe, after(120))]).toEqual(['none', 'probe']);
  });

  it('counts what was under way when it opened for nothing new', () => {
    expect(failing(opened, 20, after(1))).toBe(opened);
  });

  it('closes with the first mail that gets through', () => {
    expect(afterSuccess(probing(opened, domainRule, after(60)))).toBe(closedBreaker);
  });

  it('waits twice as long each time, up to half an hour', () => {
    let breaker = opened;
    const pauses: number[] = [];
    for (let n = 0; n < 7; n++) {
      const now = new Date(Number(breaker.until));
      breaker = failing(breaker, 1, now);
      pauses.push((Number(breaker.until) - now.getTime()) / 60_000);
    }
    expect(pauses).toEqual([2, 4, 8, 16, 30, 30, 30]);
  });

  it('spreads its pauses', () => {
    const until = (random: number): Date | null =>
      afterFailure({ ...closedBreaker, failures: 9 }, domainRule, {
        now: start,
        random,
        reason: '',
      }).until;
    expect([until(0), until(1)]).toEqual([after(48), after(72)]);
  });
});

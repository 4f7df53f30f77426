import { describe, expect, it } from '@jest/globals';
import { isFull, spend } from './rate-limit.js';
import type { Allowance } from './rate-limit.js';

const perMinute = 60;

/** How many of `asked` single spendings at that instant succeed. */
const granted = (allowance: Allowance | undefined, asked: number, now: number): number => {
  let current = allowance;
  for (let count = 0; count < asked; count++) {
    const next = spend(current, 1, perMinute, now);
    if (!next) return count;
    current = next;
  }
  return asked;
};

describe('an allowance', () => {
  it.each([
    ['is whole at first', undefined, 0, 60],
    ['fills up by one a second', { left: 0, at: 0 }, 10_000, 10],
    ['never holds more than a minute’s worth', { left: 50, at: 0 }, 3_600_000, 60],
    ['does not shrink when a clock goes back', { left: 5, at: 60_000 }, 0, 5],
  ])('%s', (_, allowance, now, expected) => {
    expect(granted(allowance, 100, now)).toBe(expected);
  });

  it('gives nothing rather than a part', () => {
    expect(spend({ left: 9, at: 0 }, 10, perMinute, 0)).toBeUndefined();
  });

  it('is forgotten when full', () => {
    const used = { left: 59, at: 0 };
    expect([isFull(used, perMinute, 999), isFull(used, perMinute, 1_000)]).toEqual([false, true]);
  });
});

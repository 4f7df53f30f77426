import { describe, expect, it } from '@jest/globals';
import { rateOf } from '../domain/token-bucket.js';
import { Allowance } from './allowance.js';
import type { Drawing } from './allowance.js';

const at = new Date('2026-04-01T00:00:00Z');
const drawing = (key: string, granted: number): Drawing => ({ key, granted, rate: rateOf(10) });

const spend = (allowance: Allowance, mails: number): string[] =>
  Array.from({ length: mails }, () => allowance.nextRelay() ?? '-');

describe('an allowance', () => {
  it('spreads mails over relays by their weights', () => {
    const relays = [
      { name: 'a', weight: 3, mails: Infinity },
      { name: 'b', weight: 1, mails: Infinity },
    ];
    const allowance = new Allowance({ relays, most: 100, nextAt: at });
    expect(spend(allowance, 8).join('')).toBe('aabaaaba');
    expect(allowance.left).toBe(92);
  });

  it('gives no relay more than was drawn for it, and the rest back', () => {
    const relays = [
      { name: 'a', weight: 3, mails: 2, drawing: drawing('relay:a', 2) },
      { name: 'b', weight: 1, mails: 5, drawing: drawing('relay:b', 5) },
    ];
    const allowance = new Allowance({
      relays,
      drawings: [drawing('sender:x', 6)],
      most: 6,
      nextAt: at,
    });
    expect(allowance.left).toBe(6);
    expect(spend(allowance, 4).sort()).toEqual(['a', 'a', 'b', 'b']);
    expect(allowance.left).toBe(2);
    expect(allowance.unused()).toEqual([drawing('sender:x', 2), drawing('relay:b', 3)]);
    expect(spend(allowance, 4).sort()).toEqual(['-', 'b', 'b', 'b']);
  });

  it('has nothing to give where no relay may be used', () => {
    const allowance = new Allowance({ drawings: [drawing('sender:x', 6)], most: 6, nextAt: at });
    expect([allowance.left, allowance.nextRelay()]).toEqual([0, undefined]);
    expect(allowance.unused()).toEqual([drawing('sender:x', 6)]);
  });
});

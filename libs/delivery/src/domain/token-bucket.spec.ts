import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import { draw, fullBucket, giveBack, rateOf } from './token-bucket.js';
import type { Bucket } from './token-bucket.js';

const start = new Date('2026-04-01T00:00:00Z');
const after = (ms: number): Date => new Date(start.getTime() + ms);
const rate = rateOf(10);

const empty = (over: Partial<Bucket> = {}): Bucket => ({
  tokens: 0,
  bulk: 0,
  at: start,
  smallAt: null,
  ...over,
});

describe('a bucket', () => {
  it('gives what is there and says when the next mail may go', () => {
    const first = draw(fullBucket(rate, start), rate, { wanted: 25, small: false, now: start });
    const second = draw(first.bucket, rate, { wanted: 1, small: false, now: after(40) });
    const third = draw(second.bucket, rate, { wanted: 5, small: false, now: second.nextAt });
    expect([first.granted, second.granted, second.nextAt, third.granted]).toEqual([
      10,
      0,
      after(100),
      1,
    ]);
  });

  it.each([
    [0, 0],
    [99, 0],
    [100, 1],
    [550, 5],
    [1000, 10],
    [60_000, 10],
  ])('holds after %i ms what has run into it, at most a second’s worth', (ms, expected) => {
    const { granted } = draw(empty(), rate, { wanted: 100, small: false, now: after(ms) });
    expect(granted).toBe(expected);
  });

  it('never grants more than its burst and what ran in, whoever draws when', () => {
    const draws = fc.array(
      fc.record({
        waitMs: fc.nat(700),
        wanted: fc.integer({ min: 1, max: 40 }),
        small: fc.boolean(),
        backwardsMs: fc.nat(50),
      }),
    );
    fc.assert(
      fc.property(draws, fc.integer({ min: 1, max: 500 }), (list, perSecond) => {
        const speed = rateOf(perSecond);
        let bucket = fullBucket(speed, start);
        let ms = 0;
        let granted = 0;
        for (const { waitMs, backwardsMs, ...wish } of list) {
          ms += waitMs;
          const drawn = draw(bucket, speed, { ...wish, now: after(ms - backwardsMs) });
          bucket = drawn.bucket;
          granted += drawn.granted;
          expect(granted).toBeLessThanOrEqual(speed.burst + (perSecond * ms) / 1000 + 1e-6);
        }
      }),
    );
  });

  it('lets a single mailing use all of it, to the mail', () => {
    let bucket = fullBucket(rateOf(100), start);
    let granted = 0;
    for (let ms = 0; ms <= 60_000; ms += 70) {
      const drawn = draw(bucket, rateOf(100), { wanted: 50, small: false, now: after(ms) });
      bucket = drawn.bucket;
      granted += drawn.granted;
    }
    expect(granted).toBe(100 + 6000 - 1); // the last draw is 10 ms before the end
  });

  it('takes back what was not used, never more than it holds', () => {
    expect(giveBack(empty({ tokens: 4 }), rate, 3).tokens).toBe(7);
    expect(giveBack(empty({ tokens: 9 }), rate, 3).tokens).toBe(10);
  });
});

describe('while a small mailing is there', () => {
  const crowded = empty({ tokens: 10, smallAt: start });

  it('large ones draw a tenth of the rate', () => {
    const large = draw(crowded, rate, { wanted: 10, small: false, now: after(1000) });
    const small = draw(crowded, rate, { wanted: 10, small: true, now: after(1000) });
    expect([large.granted, small.granted]).toEqual([1, 10]);
  });

  it('large ones wait for their tenth, not for ever', () => {
    const none = draw(crowded, rate, { wanted: 10, small: false, now: after(100) });
    const then = draw(none.bucket, rate, { wanted: 10, small: false, now: none.nextAt });
    expect([none.granted, none.nextAt, then.granted]).toEqual([0, after(1000), 1]);
  });

  it('ends a moment after its last draw', () => {
    const { granted } = draw(crowded, rate, { wanted: 10, small: false, now: after(1500) });
    expect(granted).toBe(10);
  });
});

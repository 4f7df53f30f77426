import { yen } from '#lib/kernel';
import { describe, expect, it } from '@jest/globals';
import { basicMonthlyFee, checkTiers, shareOf, tierFor, trueUpFee } from './tiers.js';
import type { Tier, Tiers } from './tiers.js';

const step = (upTo: number | null, monthlyFee: number): Tier => ({
  upTo,
  monthlyFee: yen(monthlyFee),
});
const tiers: Tiers = [step(1_000, 5_000), step(5_000, 14_800)];

describe('T5 tiers ≤1,000: 5,000; ≤5,000: 14,800', () => {
  it.each([
    [0, 5_000, 0],
    [1_000, 5_000, 0],
    [1_001, 14_800, 9_800],
    [5_000, 14_800, 9_800],
    [5_001, undefined, undefined],
  ])('T5 peak %i: fee %p, true-up %p', (peak, fee, trueUp) => {
    expect([tierFor(tiers, peak)?.monthlyFee, trueUpFee(tiers, peak)]).toEqual([fee, trueUp]);
  });

  it('the basic fee is that of the lowest step', () => {
    expect(basicMonthlyFee(tiers)).toBe(5_000);
  });
});

it.each([
  [5_000, { days: 17, of: 31 }, 2_741],
  [5_000, { days: 31, of: 31 }, 5_000],
  [5_000, { days: 1, of: 28 }, 178],
  [0, { days: 1, of: 28 }, 0],
  [5_000, null, 5_000],
])('of %i the share %j is %i', (fee, share, part) => {
  expect(shareOf(yen(fee), share)).toBe(part);
});

it.each<[string, Tier[], string[]]>([
  ['good steps', [...tiers], []],
  ['a free trial with one step', [step(null, 0)], []],
  ['no steps', [], ['none']],
  ['equal limits', [step(10, 1), step(10, 2)], ['limits-not-rising']],
  ['half an address', [step(0.5, 1)], ['limits-not-rising']],
  ['a cheaper step above', [step(10, 2), step(20, 1)], ['fees-falling']],
  ['a step after the last', [step(null, 1), step(20, 2)], ['step-after-last']],
  [
    'everything',
    [step(null, 1), step(0, -1)],
    ['negative-fee', 'step-after-last', 'limits-not-rising', 'fees-falling'],
  ],
])('%s', (_, given, problems) => {
  expect(checkTiers(given)).toEqual(problems);
});

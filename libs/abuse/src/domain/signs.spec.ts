import { describe, expect, it } from '@jest/globals';
import { badThresholds, detectors } from './detector.js';
import { atLeast, floodOf, freshHosts, jumpOf, trendOf } from './signs.js';

describe('a jump', () => {
  it.each([
    [499, 0, null],
    [500, 0, { now: 500, usually: 0 }],
    [500, 100, { now: 500, usually: 100 }],
    [500, 100.1, null],
    [5_000, 1_000.12345, null],
    [6_000, 1_000.12345, { now: 6_000, usually: 1_000.1235 }],
  ])('of %d where %d are usual', (now, usually, evidence) => {
    expect(jumpOf(now, usually, { least: 500, factor: 5 })).toEqual(evidence);
  });
});

describe('a flood of sign-ups', () => {
  it.each([
    [299, 0, null],
    [300, 30, { asked: 300, confirmed: 30 }],
    [300, 31, null],
    [100_000, 0, { asked: 100_000, confirmed: 0 }],
  ])('of %d asked and %d confirmed', (asked, confirmed, evidence) => {
    const { thresholds } = detectors['sign-up-flood'];
    expect(floodOf({ asked, confirmed }, thresholds)).toEqual(evidence);
  });
});

describe('a trend', () => {
  const limits = { mails: 1_000, share: 0.05, factor: 2 };

  it.each([
    ['too few mails', { mails: 999, bad: 999 }, { mails: 0, bad: 0 }, null],
    ['no mails', { mails: 0, bad: 5 }, { mails: 0, bad: 0 }, null],
    ['bad but as ever', { mails: 1_000, bad: 60 }, { mails: 4_000, bad: 160 }, null],
    ['worse but good', { mails: 1_000, bad: 49 }, { mails: 4_000, bad: 0 }, null],
    [
      'twice as bad as ever',
      { mails: 1_000, bad: 60 },
      { mails: 4_000, bad: 120 },
      { mails: 1_000, bad: 60, share: 0.06, usualShare: 0.03 },
    ],
    [
      'bad without a past',
      { mails: 1_000, bad: 50 },
      { mails: 0, bad: 0 },
      { mails: 1_000, bad: 50, share: 0.05, usualShare: 0 },
    ],
  ])('%s', (_, now, usually, evidence) => {
    expect(trendOf(now, usually, limits)).toEqual(evidence);
  });
});

describe('fresh hosts', () => {
  const to = (...hosts: string[]): string[] => hosts.map((host) => `https://${host}/x?y`);

  it.each([
    ['none', to('a.jp'), to('www.a.jp'), null],
    ['two', to('b.jp', 'c.jp', 'www.b.jp'), to('a.jp'), { freshHosts: 2, knownHosts: 1 }],
    ['one of two', to('a.jp', 'b.jp'), to('a.jp'), null],
    ['what is no URL', ['mailto:a@b.jp', 'x', 'tel:1'], [], null],
  ])('%s', (_, now, before, evidence) => {
    expect(freshHosts(now, before, { least: 2 })).toEqual(evidence);
  });
});

it('counts from the least number on', () => {
  expect([atLeast('networks', 4, 5), atLeast('networks', 5, 5)]).toEqual([null, { networks: 5 }]);
});

it.each([
  [{ least: 1, factor: 2 }, []],
  [{ least: 1 }, ['factor']],
  [{ least: 1, factor: '2' }, ['factor']],
  [{ least: -1, factor: Number.NaN, more: 1 }, ['more', 'least', 'factor']],
])('thresholds %j have these faults: %j', (given, faults) => {
  expect(badThresholds('audience-jump', given)).toEqual(faults);
});

import { expect, it } from '@jest/globals';
import { secondsLeft } from './run-eta.js';

const startedAt = '2026-07-11T00:00:00.000Z';

it.each([
  ['a quarter done in a minute', { tenants: 400, waiting: 300 }, 180],
  ['nothing done yet', { tenants: 400, waiting: 400 }, undefined],
  ['all done', { tenants: 400, waiting: 0 }, undefined],
  ['nobody to bill', { tenants: 0, waiting: 0 }, undefined],
])('the time that a run still takes: %s', (_, run, expected) => {
  expect(secondsLeft({ startedAt, ...run }, new Date('2026-07-11T00:01:00.000Z'))).toBe(expected);
});

import { expect, it } from '@jest/globals';
import { nightOf } from './night.js';

it.each([
  ['2026-08-05T00:00:00.000+09:00', undefined],
  ['2026-08-05T01:59:59.999+09:00', undefined],
  ['2026-08-05T02:00:00.000+09:00', '2026-08-05'],
  ['2026-08-04T17:00:00.000Z', '2026-08-05'],
  ['2026-08-05T23:59:59.999+09:00', '2026-08-05'],
])('at %s the run of %s may go on', (now, day) => {
  expect(nightOf(new Date(now))?.toString()).toBe(day);
});

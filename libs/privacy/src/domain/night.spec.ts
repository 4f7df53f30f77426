import { PlainDate } from '#lib/kernel';
import { expect, it } from '@jest/globals';
import { isStuck, nightOf } from './night.js';

it.each([
  ['2026-08-05T00:00:00.000+09:00', undefined],
  ['2026-08-05T01:59:59.999+09:00', undefined],
  ['2026-08-05T02:00:00.000+09:00', '2026-08-05'],
  ['2026-08-04T17:00:00.000Z', '2026-08-05'],
  ['2026-08-05T23:59:59.999+09:00', '2026-08-05'],
])('at %s the run of %s may go on', (now, day) => {
  expect(nightOf(new Date(now))?.toString()).toBe(day);
});

it.each([
  ['2026-08-05T04:59:59+09:00', '2026-08-05', false, false],
  ['2026-08-05T05:00:00+09:00', '2026-08-05', false, true],
  ['2026-08-05T23:00:00+09:00', '2026-08-05', true, false],
  ['2026-08-06T04:59:59+09:00', '2026-08-05', true, false],
  ['2026-08-06T05:00:00+09:00', '2026-08-05', true, true],
  ['2026-08-06T01:00:00+09:00', '2026-08-04', true, true],
])('at %s the run of %s, whole: %s, needs a person: %s', (now, day, isFinished, expected) => {
  const startedAt = new Date(`${day}T02:00:00+09:00`);
  const run = { day: PlainDate.from(day), startedAt, isFinished };
  expect(isStuck(run, new Date(now))).toBe(expected);
});

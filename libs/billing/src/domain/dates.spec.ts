import { expect, it } from '@jest/globals';
import { readDay, readMonth } from './dates.js';

it.each([
  ['2026-02-28', '2026-02-28'],
  ['2028-02-29', '2028-02-29'],
  ['2026-02-29', undefined],
  ['2050-01-01', undefined],
  ['26-01-01', undefined],
  ['2026-1-1', undefined],
  ['', undefined],
])('the day %j is %p', (text, day) => {
  expect(readDay(text)?.toString()).toBe(day);
});

it.each([
  ['2026-02', '2026-02'],
  ['2026-13', undefined],
  ['2050-01', undefined],
  ['2026-2', undefined],
])('the month %j is %p', (text, month) => {
  expect(readMonth(text)?.toString()).toBe(month);
});

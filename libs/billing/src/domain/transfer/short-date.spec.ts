import { expect, it } from '@jest/globals';
import { readShortDate } from './short-date.js';
import type { ShortYear } from './short-date.js';

it.each<[string, ShortYear, string | undefined]>([
  ['080731', 'reiwa', '2026-07-31'],
  ['010501', 'reiwa', '2019-05-01'],
  ['010430', 'reiwa', undefined],
  ['000501', 'reiwa', undefined],
  ['100229', 'reiwa', '2028-02-29'],
  ['090229', 'reiwa', undefined],
  ['081301', 'reiwa', undefined],
  ['080100', 'reiwa', undefined],
  ['080132', 'reiwa', undefined],
  ['000000', 'western', undefined],
  ['260731', 'western', '2026-07-31'],
  ['8 0731', 'reiwa', undefined],
  ['', 'reiwa', undefined],
])('%j in years of %s: %p', (text, year, date) => {
  expect(readShortDate(text, year)?.toString()).toBe(date);
});

import { PlainDate } from '#lib/kernel';
import { expect, it } from '@jest/globals';
import { firstFeeMonth, firstMonthShare } from './first-fee-month.js';
import type { FirstMonthPolicy } from './first-fee-month.js';

it.each<[string, FirstMonthPolicy, string]>([
  ['2026-01-01', 'free', '2026-01'],
  ['2026-01-02', 'free', '2026-02'],
  ['2026-12-31', 'free', '2027-01'],
  ['2026-12-31', 'full', '2026-12'],
  ['2026-01-15', 'prorated', '2026-01'],
  ['2026-01-01', 'prorated', '2026-01'],
])('service from %s, first month %s: first fee for %s', (start, policy, month) => {
  expect(firstFeeMonth(PlainDate.from(start), policy).toString()).toBe(month);
});

it.each<[string, FirstMonthPolicy, object | null]>([
  ['2026-01-15', 'prorated', { days: 17, of: 31 }],
  ['2028-02-29', 'prorated', { days: 1, of: 29 }],
  ['2026-01-01', 'prorated', null],
  ['2026-01-15', 'full', null],
  ['2026-01-15', 'free', null],
])('service from %s, first month %s: %j of it is charged', (start, policy, share) => {
  expect(firstMonthShare(PlainDate.from(start), policy)).toEqual(share);
});

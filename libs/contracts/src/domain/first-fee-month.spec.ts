import { PlainDate } from '#lib/kernel';
import { expect, it } from '@jest/globals';
import { firstFeeMonth } from './first-fee-month.js';
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

import { YearMonth } from '#lib/kernel';
import { expect, it } from '@jest/globals';
import { priceTableFor, publicationRefusal } from './price-table.js';

const table = (from: string): { effectiveFrom: YearMonth } => ({
  effectiveFrom: YearMonth.from(from),
});
const tables = [table('2026-04'), table('2025-01'), table('2026-10')];

it.each([
  ['2024-12', undefined],
  ['2025-01', '2025-01'],
  ['2026-03', '2025-01'],
  ['2026-04', '2026-04'],
  ['2026-09', '2026-04'],
  ['2030-01', '2026-10'],
])('%s is priced by the table of %p', (month, effectiveFrom) => {
  const found = priceTableFor(YearMonth.from(month), tables);
  expect(found?.effectiveFrom.toString()).toBe(effectiveFrom);
});

it.each([
  ['2026-12', '2026-11-10T23:59:59.999+09:00', undefined],
  ['2026-12', '2026-11-11T00:00+09:00', 'too-late'],
  ['2027-01', '2026-12-10T00:00+09:00', undefined],
  ['2026-10', '2026-01-01T00:00+09:00', 'month-taken'],
])('a table from %s on, published at %s: %p', (from, now, refusal) => {
  expect(publicationRefusal(YearMonth.from(from), tables, new Date(now))).toBe(refusal);
});

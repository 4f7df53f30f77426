import { YearMonth } from '#lib/kernel';
import { expect, it } from '@jest/globals';
import { billedAheadOn } from '../calendar/debit-schedule.js';
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
  ['2026-12', 7, '2026-11-10T23:59:59.999+09:00', undefined],
  ['2026-12', 7, '2026-11-11T00:00+09:00', 'too-late'],
  ['2027-01', 7, '2026-12-10T00:00+09:00', undefined],
  ['2026-10', 7, '2026-01-01T00:00+09:00', 'month-taken'],
  // holidays draw the run of September 2027 to the 10th where the bank wants its file nine days ahead
  ['2027-10', 7, '2027-09-10T12:00+09:00', undefined],
  ['2027-10', 9, '2027-09-09T23:59:59.999+09:00', undefined],
  ['2027-10', 9, '2027-09-10T00:00+09:00', 'too-late'],
  ['2027-10', undefined, '2027-09-10T12:00+09:00', undefined],
])('a table from %s on, files %p days ahead, published at %s: %p', (from, days, now, refusal) => {
  const month = YearMonth.from(from);
  const schedule = days === undefined ? days : { leadBusinessDays: days, closesAtMinute: 960 };
  const billedOn = billedAheadOn(month, schedule);
  expect(publicationRefusal(month, tables, billedOn, new Date(now))).toBe(refusal);
});

import { expect, it } from '@jest/globals';
import { priceIn } from './price.js';

const fee = (yen: number) => ({ yen, withTaxYen: (yen * 11) / 10 });
const table = (effectiveFrom: string, yen: number) => ({
  effectiveFrom,
  courses: [
    {
      courseCode: 'SMALL',
      setupFee: fee(0),
      tiers: [{ upTo: null, ...fee(yen) }],
      options: [
        { optionCode: 'x', ...fee(100) },
        { optionCode: 'y', ...fee(0) },
        { optionCode: 'z', ...fee(300) },
      ],
    },
  ],
});
const tables = [table('2026-06', 6_000), table('2026-01', 5_000)];

it.each([
  ['2025-12', 'SMALL', undefined],
  ['2026-01', 'SMALL', { yen: 5_000, options: ['x'] }],
  ['2026-05', 'SMALL', { yen: 5_000, options: ['x'] }],
  ['2026-06', 'SMALL', { yen: 6_000, options: ['x'] }],
  ['2027-01', 'SMALL', { yen: 6_000, options: ['x'] }],
  ['2027-01', 'LARGE', undefined],
])('%s costs in %s %j', (month, course, expected) => {
  const price = priceIn(tables, month, { course, options: ['x', 'y'] });
  expect(
    price && {
      yen: price.tiers[0]?.yen,
      options: price.options.map(({ optionCode }) => optionCode),
    },
  ).toEqual(expected);
});

import { YearMonth, yen } from '#lib/kernel';
import { expect, it } from '@jest/globals';
import { monthPrice } from './month-price.js';
import type { Agreed } from './month-price.js';
import type { PriceTable } from './price-table.js';

const month = (text: string): YearMonth => YearMonth.from(text);

const table = (version: number, from: string, fee: number): PriceTable => {
  const price = (times: number): PriceTable['courses'][string] => ({
    setupFee: yen(0),
    tiers: [{ upTo: null, monthlyFee: yen(fee * times) }],
    options: { MTA: yen(fee / 10) },
  });
  return {
    version,
    effectiveFrom: month(from),
    courses: { SMALL: price(1), LARGE: price(2) },
  };
};

const tables = [table(1, '2026-01', 1_000), table(2, '2026-06', 1_500)];
const agreed: Agreed = {
  courses: [
    { courseCode: 'SMALL', from: month('2026-02') },
    { courseCode: 'LARGE', from: month('2026-05') },
  ],
  options: [{ optionCode: 'MTA', from: month('2026-03'), until: month('2026-06') }],
};

it.each([
  ['2025-12', undefined],
  ['2026-01', 'SMALL 1000 -'], // a month before the first course goes by that one
  ['2026-02', 'SMALL 1000 -'],
  ['2026-03', 'SMALL 1000 100'],
  ['2026-05', 'LARGE 2000 100'],
  ['2026-06', 'LARGE 3000 -'], // another table, and the first month without the option
  ['2027-01', 'LARGE 3000 -'],
])('%s costs %s', (text, expected) => {
  const price = monthPrice(agreed, tables, month(text));
  const shown =
    price &&
    `${price.courseCode} ${price.tiers[0].monthlyFee} ${price.options.map(({ fee }) => fee).join(' ') || '-'}`;
  expect(shown).toBe(expected);
});

it('a course that no table prices has no price', () => {
  const other = { ...agreed, courses: [{ courseCode: 'GONE', from: month('2026-01') }] };
  expect(monthPrice(other, tables, month('2026-03'))).toBeUndefined();
});

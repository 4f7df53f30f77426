import { YearMonth, yen } from '#lib/kernel';
import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import { taxCategories, taxRatePercent } from './tax-rates.js';
import { taxOn, taxTotals } from './tax-totals.js';
import type { TaxedAmount } from './tax-totals.js';

const july = YearMonth.from('2026-07');
const line = (amount: number, over: Partial<TaxedAmount> = {}): TaxedAmount => ({
  amount: yen(amount),
  taxCategory: 'standard',
  month: july,
  ...over,
});

describe('rounding once per rate per invoice', () => {
  it.each([
    [[1_005, 1_005], 2_010, 201, 2_211],
    [[3_333, 3_333], 6_666, 666, 7_332],
    [[5_000, 9_800], 14_800, 1_480, 16_280],
    [[9], 9, 0, 9],
    [[-15], -15, -1, -16],
  ])('%j: %i and %i tax are %i', (amounts, base, tax, total) => {
    expect(taxTotals(amounts.map((amount) => line(amount)))).toEqual({
      groups: [{ category: 'standard', ratePercent: 10, base, tax }],
      outside: 0,
      tax,
      total,
    });
  });

  it('damages stay outside', () => {
    expect(taxTotals([line(5_000), line(3_000, { taxCategory: 'outside' })])).toEqual({
      groups: [{ category: 'standard', ratePercent: 10, base: 5_000, tax: 500 }],
      outside: 3_000,
      tax: 500,
      total: 8_500,
    });
  });

  it('months before and after a change of rate are rounded apart', () => {
    const september2019 = YearMonth.from('2019-09');
    const october2019 = YearMonth.from('2019-10');
    const lines = [
      line(1_009, { month: september2019 }),
      line(1_009, { month: october2019 }),
      line(1_009, { month: october2019, taxCategory: 'reduced' }),
    ];
    expect(taxTotals(lines)).toEqual({
      groups: [
        { category: 'standard', ratePercent: 10, base: 1_009, tax: 100 },
        { category: 'standard', ratePercent: 8, base: 1_009, tax: 80 },
        { category: 'reduced', ratePercent: 8, base: 1_009, tax: 80 },
      ],
      outside: 0,
      tax: 260,
      total: 3_287,
    });
  });

  it('of nothing is nothing', () => {
    expect(taxTotals([])).toEqual({ groups: [], outside: 0, tax: 0, total: 0 });
  });
});

it.each([
  ['2014-03', undefined],
  ['2014-04', [8, 8, null]],
  ['2019-09', [8, 8, null]],
  ['2019-10', [10, 8, null]],
  ['2030-01', [10, 8, null]],
])('the rates of %s', (text, rates) => {
  const month = YearMonth.from(text);
  const read = (): (number | null)[] => taxCategories.map((each) => taxRatePercent(each, month));
  if (rates) expect(read()).toEqual(rates);
  else expect(read).toThrow(RangeError);
});

it('tax is the whole part of the exact quotient', () => {
  fc.assert(
    fc.property(fc.integer({ min: -1e12, max: 1e12 }), fc.constantFrom(8, 10), (base, rate) => {
      expect(BigInt(taxOn(yen(base), rate))).toBe((BigInt(base) * BigInt(rate)) / 100n);
    }),
  );
});

it('the total does not depend on the order of the lines', () => {
  const lines = fc.array(
    fc.record({
      amount: fc.integer({ min: -10_000, max: 100_000 }).map(yen),
      taxCategory: fc.constantFrom(...taxCategories),
      month: fc.constant(july),
    }),
  );
  fc.assert(
    fc.property(lines, (given) => {
      const { groups, outside, tax, total } = taxTotals(given);
      expect(taxTotals([...given].reverse())).toEqual({ groups, outside, tax, total });
      const sum = given.reduce((n, { amount }) => n + amount, 0);
      expect(total - tax).toBe(sum);
    }),
  );
});

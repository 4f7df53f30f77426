import { yen } from '#lib/kernel';
import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import { taxOn } from '../tax/tax-totals.js';
import type { RateGroup, TaxGroup } from '../tax/tax-totals.js';
import { creditNote, leftToCredit, spread } from './credit-note.js';

const group = (base: number, tax: number): TaxGroup => ({
  category: 'standard',
  ratePercent: 10,
  base: yen(base),
  tax: yen(tax),
});
const of = (
  amount: number,
): { category: 'standard'; ratePercent: number; amount: ReturnType<typeof yen> } => ({
  category: 'standard',
  ratePercent: 10,
  amount: yen(amount),
});
const invoiced = [group(14_800, 1_480)];

it.each([
  ['a part', [], [of(5_009)], { groups: [group(5_009, 500)], total: 5_509, obligatory: false }],
  [
    'two lines of one rate',
    [],
    [of(5), of(5)],
    { groups: [group(10, 1)], total: 11, obligatory: false },
  ],
  ['all', [], [of(14_800)], { groups: [group(14_800, 1_480)], total: 16_280, obligatory: true }],
  [
    '9,999 with tax',
    [],
    [of(9_090)],
    { groups: [group(9_090, 909)], total: 9_999, obligatory: false },
  ],
  [
    '10,000 with tax',
    [],
    [of(9_091)],
    { groups: [group(9_091, 909)], total: 10_000, obligatory: true },
  ],
  [
    'the rest',
    [group(14_799, 1_479)],
    [of(1)],
    { groups: [group(1, 1)], total: 2, obligatory: false },
  ],
  ['more than is left', [group(14_799, 1_479)], [of(2)], { refused: 'more-than-invoiced' }],
  ['another rate', [], [{ ...of(1), ratePercent: 8 }], { refused: 'no-such-rate' }],
  ['no amounts', [], [], { refused: 'nothing' }],
  ['zero', [], [of(0)], { refused: 'nothing' }],
  ['less than zero', [], [of(-1)], { refused: 'nothing' }],
])('%s', (_, credited, amounts, note) => {
  expect(creditNote(invoiced, credited, amounts)).toEqual(note);
});

describe('a sum that is spread over the rates', () => {
  const reduced = {
    category: 'reduced' as const,
    ratePercent: 8,
    base: yen(1_009),
    tax: yen(80),
  };
  const low = (amount: number): object => ({ category: 'reduced', ratePercent: 8, amount });

  it.each([
    ['a part of the highest', [], 14_000, [of(14_000)]],
    ['more than the highest', [], 15_000, [of(14_800), low(200)]],
    ['what a note has left of the highest', [group(14_000, 1_400)], 801, [of(800), low(1)]],
    ['nothing left of the highest', [group(14_800, 1_480)], 9, [low(9)]],
    ['more than there is', [], 15_810, [of(14_800), low(1_010)]],
    ['nothing', [], 0, []],
  ])('%s', (_, credited, amount, parts) => {
    expect(spread([...invoiced, reduced], credited, yen(amount))).toEqual(parts);
  });
});

/** By each rate, and outside the tax: as many parts as there are notes, some of them nothing. */
const splits = fc
  .integer({ min: 1, max: 9 })
  .chain((notes) =>
    fc.tuple(
      ...[10, 8, 0].map((ratePercent) =>
        fc
          .array(fc.integer({ min: 0, max: 5_000 }), { minLength: notes, maxLength: notes })
          .map((parts) => ({ ratePercent, parts })),
      ),
    ),
  );
const categories = { 10: 'standard', 8: 'reduced', 0: 'outside' } as const;
const categoryOf = (ratePercent: number): RateGroup['category'] =>
  categories[ratePercent as keyof typeof categories];
const sum = (amounts: readonly number[]): number => amounts.reduce((all, each) => all + each, 0);

it('notes that take all of an invoice, in any parts, take it to the yen, and never more on the way', () => {
  fc.assert(
    fc.property(splits, (rates) => {
      const whole = rates.flatMap(({ ratePercent, parts }): RateGroup[] => {
        const base = yen(sum(parts));
        const category = categoryOf(ratePercent);
        return base === 0 ? [] : [{ category, ratePercent, base, tax: taxOn(base, ratePercent) }];
      });
      const taken: RateGroup[] = [];
      const totals = (rates[0]?.parts ?? []).map((_, i) => {
        const amounts = rates.flatMap(({ ratePercent, parts }) => {
          const amount = yen(parts[i] ?? 0);
          return amount === 0 ? [] : [{ category: categoryOf(ratePercent), ratePercent, amount }];
        });
        if (amounts.length === 0) return 0;
        const note = creditNote(whole, taken, amounts);
        if ('refused' in note) throw new Error(note.refused);
        taken.push(...note.groups);
        for (const { base, tax } of leftToCredit(whole, taken))
          expect([base >= 0, tax >= 0]).toEqual([true, true]);
        return note.total;
      });
      expect(leftToCredit(whole, taken)).toEqual(
        whole.map((group) => ({ ...group, base: 0, tax: 0 })),
      );
      expect(sum(totals)).toBe(sum(whole.map(({ base, tax }) => base + tax)));
    }),
  );
});

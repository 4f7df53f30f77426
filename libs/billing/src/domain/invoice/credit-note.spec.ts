import { yen } from '#lib/kernel';
import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import { taxOn } from '../tax/tax-totals.js';
import type { RateGroup, TaxGroup } from '../tax/tax-totals.js';
import { creditNote, spread } from './credit-note.js';

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

it('notes that take all of an invoice take exactly its tax', () => {
  const parts = fc.array(fc.integer({ min: 1, max: 5_000 }), { minLength: 1, maxLength: 12 });
  fc.assert(
    fc.property(parts, fc.constantFrom(8, 10), (amounts, ratePercent) => {
      const base = yen(amounts.reduce((sum, each) => sum + each, 0));
      const whole = {
        category: 'standard' as const,
        ratePercent,
        base,
        tax: taxOn(base, ratePercent),
      };
      const notes: RateGroup[] = [];
      for (const amount of amounts) {
        const note = creditNote([whole], notes, [{ ...of(amount), ratePercent }]);
        if ('refused' in note) throw new Error(note.refused);
        notes.push(...note.groups);
      }
      expect(notes.reduce((sum, { tax }) => sum + tax, 0)).toBe(whole.tax);
      expect(notes.every(({ tax }) => tax >= 0)).toBe(true);
    }),
  );
});

import { PlainDate, yen } from '#lib/kernel';
import { expect, it } from '@jest/globals';
import fc from 'fast-check';
import { allocate } from './allocation.js';
import type { OpenInvoice } from './allocation.js';

const invoice = (id: string, dueDate: string, open: number): OpenInvoice => ({
  id,
  dueDate: PlainDate.from(dueDate),
  number: id,
  open: yen(open),
});

const open = [
  invoice('c', '2026-03-27', 5_500),
  invoice('b', '2026-02-27', 5_500),
  invoice('a', '2026-02-27', 16_280),
];

it.each([
  ['short by the ¥660 transfer fee', 15_620, [['a', 15_620, false]], 0],
  ['exact', 16_280, [['a', 16_280, true]], 0],
  [
    'one and a part',
    17_000,
    [
      ['a', 16_280, true],
      ['b', 720, false],
    ],
    0,
  ],
  [
    'all',
    27_280,
    [
      ['a', 16_280, true],
      ['b', 5_500, true],
      ['c', 5_500, true],
    ],
    0,
  ],
  [
    'more than all',
    27_281,
    [
      ['a', 16_280, true],
      ['b', 5_500, true],
      ['c', 5_500, true],
    ],
    1,
  ],
])('%s', (_, amount, parts, surplus) => {
  expect(allocate(yen(amount), open)).toEqual({
    parts: parts.map(([invoiceId, part, paysOff]) => ({ invoiceId, amount: part, paysOff })),
    surplus,
  });
});

it('with nothing owed everything is surplus, and nothing is no payment', () => {
  expect(allocate(yen(1), [])).toEqual({ parts: [], surplus: 1 });
  expect(() => allocate(yen(0), open)).toThrow(RangeError);
});

it('loses no yen and pays no invoice twice', () => {
  const sums = fc.array(fc.integer({ min: 1, max: 10_000 }), { maxLength: 8 });
  fc.assert(
    fc.property(sums, fc.integer({ min: 1, max: 50_000 }), (amounts, paid) => {
      const invoices = amounts.map((amount, i) => invoice(String(i), '2026-02-27', amount));
      const { parts, surplus } = allocate(yen(paid), invoices);
      expect(parts.reduce((sum, { amount }) => sum + amount, 0) + surplus).toBe(paid);
      for (const { invoiceId, amount, paysOff } of parts)
        expect(amounts[Number(invoiceId)] === amount).toBe(paysOff);
      expect(new Set(parts.map(({ invoiceId }) => invoiceId)).size).toBe(parts.length);
    }),
  );
});

import { YearMonth, yen } from '#lib/kernel';
import { describe, expect, it } from '@jest/globals';
import { correctedLines } from './corrected-lines.js';
import type { CorrectedLine } from './corrected-lines.js';
import type { InvoiceLine } from './invoice-line.js';

const [june, august] = [YearMonth.from('2026-06'), YearMonth.from('2026-08')];
const original: readonly InvoiceLine[] = [
  { kind: 'true-up', month: june, amount: yen(9_800), taxCategory: 'standard', detail: '4' },
  { kind: 'basic-fee', month: august, amount: yen(5_000), taxCategory: 'standard', detail: null },
];

const line = (amount: number, replacesLine: number | null, over = {}): CorrectedLine => ({
  amount: yen(amount),
  taxCategory: 'standard',
  text: '訂正',
  replacesLine,
  ...over,
});

describe('the lines of a corrected invoice', () => {
  it('keep kind, month and peak of those whose place they take, and are taxed once per rate', () => {
    const given = [
      line(4_000, 2),
      line(9_800, 1),
      line(1_009, null, { taxCategory: 'reduced', text: '資料' }),
    ];
    expect(correctedLines(original, given)).toEqual({
      lines: [
        { ...original[1], amount: 4_000, text: '訂正' },
        { ...original[0], text: '訂正' },
        {
          kind: 'correction',
          month: june,
          amount: 1_009,
          taxCategory: 'reduced',
          detail: null,
          text: '資料',
        },
      ],
      totals: {
        groups: [
          { category: 'standard', ratePercent: 10, base: 13_800, tax: 1_380 },
          { category: 'reduced', ratePercent: 8, base: 1_009, tax: 80 },
        ],
        outside: 0,
        tax: 1_460,
        total: 16_269,
      },
    });
  });

  it.each([
    ['no-such-line', [line(5_000, 3)]],
    ['advance-left-out', [line(5_000, 1)]],
    ['advance-left-out', [line(5_000, null)]],
    ['advance-left-out', [line(2_500, 2), line(2_500, 2)]],
    ['nothing-left', [line(0, 2)]],
    ['nothing-left', [line(5_000, 2), line(-1, null, { taxCategory: 'reduced' })]],
    ['nothing-left', [line(5_000, 2), line(-1, null, { taxCategory: 'outside' })]],
  ])('are refused as %s', (refused, given) => {
    expect(correctedLines(original, given)).toEqual({ refused });
  });
});

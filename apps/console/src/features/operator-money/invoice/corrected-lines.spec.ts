import { describe, expect, it } from '@jest/globals';
import { correctionOf, linesToCorrect } from './corrected-lines.js';

const line = {
  textJa: '基本利用料金（前払い） 2026年8月分',
  textEn: 'Basic monthly fee (in advance), 2026-08',
  kind: 'basic-fee',
  month: '2026-08',
  taxCategory: 'standard',
  amountYen: 5000,
} as const;

describe('the correction of an invoice', () => {
  it('begins with its lines, whose months stay', () => {
    expect(linesToCorrect([line, { ...line, taxCategory: 'outside', amountYen: -300 }])).toEqual([
      { text: '基本利用料金（前払い）', amount: '5000', taxCategory: 'standard', replacesLine: 1 },
      { text: '基本利用料金（前払い）', amount: '-300', taxCategory: 'outside', replacesLine: 2 },
    ]);
  });

  it('is sent with whole yen, a new line without a place', () => {
    const added = { text: '値引き', amount: '-500', taxCategory: 'standard' } as const;
    expect(correctionOf([...linesToCorrect([line]), added], '誤り')).toEqual({
      reason: '誤り',
      lines: [
        {
          text: '基本利用料金（前払い）',
          amountYen: 5000,
          taxCategory: 'standard',
          replacesLine: 1,
        },
        { text: '値引き', amountYen: -500, taxCategory: 'standard' },
      ],
    });
  });
});

import { YearMonth, yen } from '#lib/kernel';
import { describe, expect, it } from '@jest/globals';
import type { FeeItem } from '../fees/fee-plan.js';
import type { Tiers } from '../prices/tiers.js';
import { lineText } from './invoice-line.js';
import { initialLines, monthlyLines } from './monthly-lines.js';
import type { Pricing } from './monthly-lines.js';

const ym = (text: string): YearMonth => YearMonth.from(text);
const tiers: Tiers = [
  { upTo: 1_000, monthlyFee: yen(5_000) },
  { upTo: 5_000, monthlyFee: yen(14_800) },
];

const pricing = (over: Partial<Pricing> = {}): Pricing => ({
  tiersOf: () => tiers,
  billedAhead: () => yen(5_000),
  peakOf: () => 1_001,
  optionsOf: () => [],
  shareOf: () => null,
  ...over,
});

const items = (...texts: string[]): FeeItem[] =>
  texts.map((text) => {
    const [kind, month] = text.split(' ');
    return { kind: kind as FeeItem['kind'], month: ym(month as string) };
  });

const shown = (given: readonly FeeItem[], prices: Pricing): unknown => {
  const result = monthlyLines(given, prices);
  return 'lines' in result
    ? result.lines.map((line) => [lineText(line, 'ja'), line.amount, line.taxCategory])
    : result;
};

describe('lines of a run', () => {
  it('true-up of the closed month, advance of the one to come', () => {
    expect(shown(items('true-up 2026-06', 'advance 2026-08'), pricing())).toEqual([
      ['基本利用料金 差額精算（最大1,001件） 2026年6月分', 9_800, 'standard'],
      ['基本利用料金（前払い） 2026年8月分', 5_000, 'standard'],
    ]);
  });

  it('T5 a peak of 1,000 has no true-up line', () => {
    expect(shown(items('true-up 2026-06'), pricing({ peakOf: () => 1_000 }))).toEqual([]);
  });

  it('options follow the closed month', () => {
    const optionsOf = (): { code: string; fee: ReturnType<typeof yen> }[] => [
      { code: 'own-domain', fee: yen(2_000) },
    ];
    const given = items('full-fee 2026-06', 'no-fee 2026-07', 'release-advance 2026-08');
    expect(shown(given, pricing({ optionsOf }))).toEqual([
      ['月額利用料金（最大1,001件） 2026年6月分', 14_800, 'standard'],
      ['オプション料金（own-domain） 2026年6月分', 2_000, 'standard'],
    ]);
  });

  it('a prorated first month is trued up in the same proportion', () => {
    const share = { days: 17, of: 31 };
    expect(
      initialLines(yen(10_000), ym('2026-01'), tiers, share).map(({ amount }) => amount),
    ).toEqual([10_000, 2_741]);
    expect(
      shown(
        items('true-up 2026-01'),
        pricing({ shareOf: () => share, billedAhead: () => yen(2_741) }),
      ),
    ).toEqual([['基本利用料金 差額精算（最大1,001件） 2026年1月分', 8_116 - 2_741, 'standard']]);
  });

  it('a course that became cheaper after the month was billed ahead gives back the rest', () => {
    const cheaper: Tiers = [{ upTo: null, monthlyFee: yen(3_000) }];
    expect(shown(items('true-up 2026-10'), pricing({ tiersOf: () => cheaper }))).toEqual([
      ['基本利用料金 差額精算（最大1,001件） 2026年10月分', -2_000, 'standard'],
    ]);
  });

  it('a peak beyond the last step stops the invoice', () => {
    expect(shown(items('true-up 2026-06'), pricing({ peakOf: () => 5_001 }))).toEqual({
      beyondTiers: { month: ym('2026-06'), peak: 5_001 },
    });
  });

  it('each month is priced by its own course and table', () => {
    const dearer: Tiers = [{ upTo: null, monthlyFee: yen(6_000) }];
    const tiersOf = (month: YearMonth): Tiers => (month.equals(ym('2026-08')) ? dearer : tiers);
    expect(shown(items('true-up 2026-06', 'advance 2026-08'), pricing({ tiersOf }))).toEqual([
      ['基本利用料金 差額精算（最大1,001件） 2026年6月分', 9_800, 'standard'],
      ['基本利用料金（前払い） 2026年8月分', 6_000, 'standard'],
    ]);
  });
});

it('reads in English too', () => {
  const [setup, basic] = initialLines(yen(10_000), ym('2026-02'), tiers, null);
  expect([setup, basic].map((line) => line && lineText(line, 'en'))).toEqual([
    'Set-up fee, 2026-02',
    'Basic monthly fee (in advance), 2026-02',
  ]);
  expect(initialLines(yen(0), ym('2026-02'), tiers, null)).toHaveLength(1);
});

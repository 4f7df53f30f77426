import { PlainDate, YearMonth, startOfJstDay } from '#lib/kernel';
import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import { billableChanges } from './billable-changes.js';
import type { BillableChange } from './billable-changes.js';
import { beginPeak, closePeak, foldChange, peakOf } from './peak.js';
import type { PeakDay, PeakFold } from './peak.js';

const july = YearMonth.from('2026-07');
const august = YearMonth.from('2026-08');
const jst = (text: string): Date => new Date(`2026-${text}+09:00`);
const change = (at: string, delta: number): BillableChange => ({ at: jst(at), delta });

describe('T5 peak of July, 1000 active', () => {
  it.each<[string, BillableChange[], number, string]>([
    ['nothing happens', [], 1000, '07-01T00:00'],
    ['one leaves at 07-01 00:00:00.000', [change('07-01T00:00', -1)], 999, '07-01T00:00'],
    ['one leaves at 07-01 00:00:00.001', [change('07-01T00:00:00.001', -1)], 1000, '07-01T00:00'],
    ['+1 at 07-31 23:59:59.999', [change('07-31T23:59:59.999', 1)], 1001, '07-31T23:59:59.999'],
    [
      '07-05 −500, 07-06 +300',
      [change('07-05T10:00', -500), change('07-06T10:00', 300)],
      1000,
      '07-01T00:00',
    ],
    [
      'one comes as another goes',
      [change('07-05T10:00', 1), change('07-05T10:00', -1)],
      1000,
      '07-01T00:00',
    ],
    [
      'the first of two equal peaks',
      [change('07-05T10:00', 1), change('07-06T10:00', -1), change('07-07T10:00', 1)],
      1001,
      '07-05T10:00',
    ],
  ])('T5 %s', (_, changes, count, at) => {
    const peak = peakOf(july, 1000, changes);
    expect([peak.count, peak.at]).toEqual([count, jst(at)]);
  });

  it('T5 +1 at 08-01 00:00:00.000 counts in August', () => {
    const july1000 = peakOf(july, 1000, []);
    const inAugust = peakOf(august, july1000.carryOut, [change('08-01T00:00', 1)]);
    expect([july1000.count, inAugust.count]).toEqual([1000, 1001]);
    expect(() => peakOf(july, 1000, [change('08-01T00:00', 1)])).toThrow(RangeError);
  });

  it('T5 the same address on two lists of one tenant counts 1', () => {
    const of = (
      at: string,
      newsletterId: string,
      active: boolean,
    ): Parameters<typeof billableChanges>[0] => [
      { at: jst(at), addressKey: 'taro@example.jp', newsletterId, active },
    ];
    const changes = billableChanges([
      ...of('07-02T00:00', 'news', true),
      ...of('07-03T00:00', 'sale', true),
      ...of('07-03T00:00', 'sale', true),
      ...of('07-04T00:00', 'news', false),
      ...of('07-05T00:00', 'sale', false),
      ...of('07-06T00:00', 'sale', false),
    ]);
    expect(changes).toEqual([change('07-02T00:00', 1), change('07-05T00:00', -1)]);
    expect(peakOf(july, 1000, changes).count).toBe(1001);
  });
});

it('draws the curve of the month', () => {
  const changes = [
    change('07-01T00:00', 5),
    change('07-02T12:00', 10),
    change('07-02T13:00', -4),
    change('07-04T00:00', -1),
    change('07-31T23:59:59.999', 1),
  ];
  const days = peakOf(july, 100, changes).days;
  expect(days).toHaveLength(31);
  expect([...days.slice(0, 5), ...days.slice(-2)]).toEqual([
    { day: 1, most: 105, last: 105 },
    { day: 2, most: 115, last: 111 },
    { day: 3, most: 111, last: 111 },
    { day: 4, most: 110, last: 110 },
    { day: 5, most: 110, last: 110 },
    { day: 30, most: 110, last: 110 },
    { day: 31, most: 111, last: 111 },
  ]);
});

it('refuses what is out of order', () => {
  const fold = foldChange(beginPeak(july, 0), change('07-02T00:00', 1));
  expect(() => foldChange(fold, change('07-01T23:59:59.999', 1))).toThrow(RangeError);
  expect(() => foldChange(fold, { at: new Date(NaN), delta: 1 })).toThrow(RangeError);
});

const months = new Map(
  ['2026-02', '2028-02', '2026-07', '2026-12'].map((text) => {
    const month = YearMonth.from(text);
    const day = (n: number): number => startOfJstDay(month.toPlainDate({ day: n })).getTime();
    return [month, Array.from({ length: month.daysInMonth }, (_, i) => day(i + 1))] as const;
  }),
);

/** Looks at every instant there is, or at least at every one where something changes. */
const bruteForce = (
  month: YearMonth,
  carryIn: number,
  changes: readonly BillableChange[],
): { count: number; at: number; days: PeakDay[] } => {
  const countAt = (instant: number): number =>
    changes.reduce((n, { at, delta }) => (at.getTime() <= instant ? n + delta : n), carryIn);
  const days = (months.get(month) ?? []).map((start, i) => {
    const within = changes
      .map(({ at }) => at.getTime())
      .filter((at) => at > start && at < start + 86_400_000);
    const instants = [start, ...within].sort((a, b) => a - b);
    const counts = instants.map(countAt);
    const most = Math.max(...counts);
    const last = countAt(start + 86_399_999);
    return { day: i + 1, most, last, at: instants[counts.indexOf(most)] as number };
  });
  const count = Math.max(...days.map(({ most }) => most));
  const at = days.find(({ most }) => most === count)?.at as number;
  return { count, at, days: days.map(({ day, most, last }) => ({ day, most, last })) };
};

describe('like an oracle that looks at every instant', () => {
  const history = fc.constantFrom(...months.keys()).chain((month) => {
    const start = months.get(month)?.[0] as number;
    const length = month.daysInMonth * 86_400_000;
    // Coarse steps let changes fall on one instant and on the first instant of days.
    const instant = fc.oneof(
      fc.integer({ min: 0, max: length - 1 }),
      fc.integer({ min: 0, max: month.daysInMonth * 4 - 1 }).map((n) => n * 21_600_000),
      fc.constantFrom(0, length - 1),
    );
    const delta = fc.constantFrom(-3, -1, 1, 2);
    return fc
      .array(fc.record({ at: instant.map((n) => new Date(start + n)), delta }), { maxLength: 12 })
      .map((changes) => ({
        month,
        changes: changes.sort((a, b) => a.at.getTime() - b.at.getTime()),
      }));
  });

  it('on 10,000 random histories', () => {
    fc.assert(
      fc.property(history, fc.integer({ min: 0, max: 5 }), ({ month, changes }, carryIn) => {
        const { count, at, days } = peakOf(month, carryIn, changes);
        const oracle = bruteForce(month, carryIn, changes);
        return JSON.stringify({ count, at: at.getTime(), days }) === JSON.stringify(oracle);
      }),
      { numRuns: 10_000 },
    );
  });

  it('also when it is put away and taken up again between two changes', () => {
    fc.assert(
      fc.property(history, ({ month, changes }) => {
        let fold = beginPeak(month, 7);
        for (const each of changes) fold = thaw(freeze(foldChange(fold, each)));
        expect(closePeak(fold)).toEqual(peakOf(month, 7, changes));
      }),
    );
  });
});

const freeze = (fold: PeakFold): string => JSON.stringify(fold);
const thaw = (text: string): PeakFold => JSON.parse(text) as PeakFold;

it('takes a month of a million changes in its stride', () => {
  const start = startOfJstDay(PlainDate.from('2026-07-01')).getTime();
  function* changes(): Generator<BillableChange> {
    for (let n = 0; n < 1_000_000; n += 1)
      yield { at: new Date(start + n * 2_678), delta: n % 3 === 2 ? -1 : 1 };
  }
  const peak = peakOf(july, 0, changes());
  expect([peak.count, peak.carryOut, peak.days.length]).toEqual([333_334, 333_334, 31]);
});

import { YearMonth } from '#lib/kernel';
import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import { monthsFromTo } from '../months.js';
import { feeItems } from './fee-plan.js';
import type { FeeContract } from './fee-plan.js';

const ym = (text: string): YearMonth => YearMonth.from(text);

/** All runs of a contract one after the other, as texts of run, kind and month. */
const life = (
  contract: FeeContract,
  firstRun: string,
  runs: number,
  suspended: { wholly: string[]; runs: string[] } = { wholly: [], runs: [] },
): string[] => {
  const advanced = new Set<string>();
  const closed = new Set<string>();
  return Array.from({ length: runs }, (_, i) => ym(firstRun).add({ months: i })).flatMap((run) => {
    const items = feeItems(
      contract,
      { advanced, closed },
      { wholly: new Set(suspended.wholly), now: suspended.runs.includes(run.toString()) },
      run,
    );
    for (const { kind, month } of items)
      (kind === 'advance' ? advanced : closed).add(month.toString());
    return items.map(({ kind, month }) => `${run.toString()}: ${kind} ${month.toString()}`);
  });
};

const contract = (over: Partial<FeeContract> = {}): FeeContract => ({
  firstFeeMonth: ym('2026-02'),
  lastMonth: null,
  billingMode: 'advance-true-up',
  ...over,
});

describe('T4 fee months, service from 2026-01-15 to 2026-07-31', () => {
  const runs = life(contract({ lastMonth: ym('2026-07') }), '2026-01', 10);

  it.each([
    ['2026-01', []], // first fee month is in the initial invoice
    ['2026-02', ['advance 2026-03']], // first close is 2026-02-28
    ['2026-03', ['true-up 2026-02', 'advance 2026-04']],
    ['2026-06', ['true-up 2026-05', 'advance 2026-07']],
    ['2026-07', ['true-up 2026-06']],
    ['2026-08', ['true-up 2026-07']],
    ['2026-09', []],
  ])('T4 the run of %s: %j', (run, items) => {
    expect(runs.filter((item) => item.startsWith(run))).toEqual(
      items.map((item) => `${run}: ${item}`),
    );
  });

  it('T4 without an end the run of 2026-07 advances 2026-08', () => {
    const open = life(contract(), '2026-02', 6);
    expect(open.slice(-2)).toEqual(['2026-07: true-up 2026-06', '2026-07: advance 2026-08']);
  });

  it('T4 the final invoice takes 2026-06 too, where no run has billed it yet', () => {
    const closed = new Set(['2026-02', '2026-03', '2026-04', '2026-05']);
    const advanced = new Set(['2026-03', '2026-04', '2026-05', '2026-06', '2026-07']);
    const items = feeItems(
      contract({ lastMonth: ym('2026-07') }),
      { advanced, closed },
      { wholly: new Set(), now: false },
      ym('2026-08'),
    );
    expect(items).toEqual([
      { kind: 'true-up', month: ym('2026-06') },
      { kind: 'true-up', month: ym('2026-07') },
    ]);
  });
});

it('in arrears only the first month is paid ahead', () => {
  expect(
    life(contract({ billingMode: 'arrears', lastMonth: ym('2026-04') }), '2026-01', 6),
  ).toEqual(['2026-03: true-up 2026-02', '2026-04: full-fee 2026-03', '2026-05: full-fee 2026-04']);
});

it('D-10: a suspended tenant is not billed ahead, and pays for no month suspended throughout', () => {
  const suspended = { wholly: ['2026-05', '2026-06'], runs: ['2026-04', '2026-05', '2026-06'] };
  expect(life(contract(), '2026-03', 6, suspended)).toEqual([
    '2026-03: true-up 2026-02',
    '2026-03: advance 2026-04',
    '2026-04: full-fee 2026-03', // nobody ran the month before
    '2026-05: true-up 2026-04',
    '2026-06: no-fee 2026-05',
    '2026-07: no-fee 2026-06',
    '2026-07: advance 2026-08',
    '2026-08: full-fee 2026-07', // served again, but not billed ahead
    '2026-08: advance 2026-09',
  ]);
});

it('D-10: what was paid ahead for a month suspended throughout is released', () => {
  const suspended = { wholly: ['2026-04'], runs: ['2026-04'] };
  expect(life(contract({ lastMonth: ym('2026-04') }), '2026-02', 4, suspended)).toEqual([
    '2026-02: advance 2026-03',
    '2026-03: true-up 2026-02',
    '2026-03: advance 2026-04',
    '2026-04: true-up 2026-03',
    '2026-05: release-advance 2026-04',
  ]);
});

it('every fee month is charged once, whatever runs are missed or made up for later', () => {
  const first = ym('2026-02');
  const length = fc.integer({ min: 1, max: 20 });
  const mode = fc.constantFrom('advance-true-up' as const, 'arrears' as const);
  const ran = fc.shuffledSubarray(Array.from({ length: 20 }, (_, i) => i));
  fc.assert(
    fc.property(length, mode, ran, (months, billingMode, runs) => {
      const lastMonth = first.add({ months: months - 1 });
      const finalRun = lastMonth.add({ months: 1 });
      const advanced = new Set<string>();
      const closed = new Set<string>();
      const charged = [first.toString()]; // by the initial invoice
      const before = runs.filter((i) => i < months).map((i) => first.add({ months: i }));
      for (const run of [...before, finalRun]) {
        const given = contract({ lastMonth, billingMode });
        const items = feeItems(given, { advanced, closed }, { wholly: new Set(), now: false }, run);
        for (const { kind, month } of items) {
          (kind === 'advance' ? advanced : closed).add(month.toString());
          if (kind !== 'true-up') charged.push(month.toString());
        }
      }
      const all = monthsFromTo(first, lastMonth).map(String);
      expect([charged.sort(), [...closed].sort()]).toEqual([all, all]);
    }),
  );
});

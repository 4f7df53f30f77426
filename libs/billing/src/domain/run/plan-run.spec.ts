import { YearMonth, yen } from '#lib/kernel';
import { describe, expect, it } from '@jest/globals';
import type { FeeContract } from '../fees/fee-plan.js';
import { planRun } from './plan-run.js';
import type { Advance } from './plan-run.js';

const month = (text: string): YearMonth => YearMonth.from(text);

const contract: FeeContract = {
  firstFeeMonth: month('2026-01'),
  lastMonth: null,
  billingMode: 'advance-true-up',
};

const advance = (text: string, invoiceId: string, voidable = false): Advance => ({
  month: month(text),
  amount: yen(5_000),
  invoiceId,
  voidable,
});

const settled = (text: string, invoiceId: string | null): object => ({
  month: month(text),
  invoiceId,
});

interface Given {
  readonly run: string;
  readonly advances: readonly Advance[];
  readonly settled?: readonly object[];
  readonly suspended?: readonly string[];
  readonly now?: boolean;
}

const planned = ({
  run,
  advances,
  settled: done = [],
  suspended = [],
  now = false,
}: Given): object => {
  const plan = planRun(
    contract,
    { advances, settled: done as never },
    { isWhollySuspended: (each) => suspended.includes(each.toString()), now },
    month(run),
  );
  return {
    voids: plan.voids,
    credits: plan.credits.map(({ invoiceId }) => invoiceId),
    items: plan.items.map(({ kind, month: each }) => `${kind} ${each.toString()}`),
  };
};

describe('the plan of a run', () => {
  const first = [advance('2026-01', 'initial'), advance('2026-02', 'a')];

  it('closes what is over and invoices what is to come', () => {
    expect(planned({ run: '2026-02', advances: [...first, advance('2026-03', 'b')] })).toEqual({
      voids: [],
      credits: [],
      items: ['true-up 2026-01'],
    });
    expect(planned({ run: '2026-02', advances: first })).toEqual({
      voids: [],
      credits: [],
      items: ['true-up 2026-01', 'advance 2026-03'],
    });
  });

  it('asks for nothing ahead while service is suspended', () => {
    expect(planned({ run: '2026-02', advances: first, now: true })).toEqual({
      voids: [],
      credits: [],
      items: ['true-up 2026-01'],
    });
  });

  it('charges nothing for a month suspended throughout that nobody asked for', () => {
    const done = ['2026-01', '2026-02'].map((each) => settled(each, 'a'));
    expect(
      planned({
        run: '2026-04',
        advances: first,
        settled: done,
        suspended: ['2026-03'],
        now: true,
      }),
    ).toEqual({ voids: [], credits: [], items: ['no-fee 2026-03'] });
  });

  it('voids the unpaid invoice for such a month and takes up what else it had settled', () => {
    const advances = [...first, advance('2026-03', 'b', true)];
    const done = [settled('2026-01', 'b'), settled('2026-02', 'c')];
    expect(planned({ run: '2026-04', advances, settled: done, suspended: ['2026-03'] })).toEqual({
      voids: ['b'],
      credits: [],
      items: ['true-up 2026-01', 'no-fee 2026-03', 'advance 2026-05'],
    });
  });

  it('credits it where it was paid', () => {
    const advances = [...first, advance('2026-03', 'b')];
    const done = ['2026-01', '2026-02'].map((each) => settled(each, 'b'));
    expect(planned({ run: '2026-04', advances, settled: done, suspended: ['2026-03'] })).toEqual({
      voids: [],
      credits: ['b'],
      items: ['release-advance 2026-03', 'advance 2026-05'],
    });
  });
});

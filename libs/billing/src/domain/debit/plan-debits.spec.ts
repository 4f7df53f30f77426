import { PlainDate, YearMonth, yen } from '#lib/kernel';
import { describe, expect, it } from '@jest/globals';
import { runDates } from '../calendar/debit-schedule.js';
import { planDebits } from './plan-debits.js';
import type { DebitCandidate } from './plan-debits.js';

/** File by 18 June, debit on 29 June. */
const dates = runDates(YearMonth.from('2026-06'), { leadBusinessDays: 7, closesAtMinute: 960 });

const mandate = (over: object = {}): NonNullable<DebitCandidate['mandate']> => ({
  id: 'm1',
  customerNumber: '00000000000000000001',
  activeSince: PlainDate.from('2026-04-01'),
  usedBefore: false,
  replacesAnother: false,
  ...over,
});

const candidate = (over: Partial<DebitCandidate> = {}): DebitCandidate => ({
  tenantId: 't1',
  invoiceId: 'i1',
  number: '2026-000001',
  state: 'issued',
  dueDate: PlainDate.from('2026-06-29'),
  open: yen(5_500),
  mandate: mandate(),
  ...over,
});

describe('who is debited', () => {
  it('once for all that is due, in the order of customer numbers', () => {
    const other = {
      tenantId: 't0',
      invoiceId: 'i3',
      mandate: mandate({ id: 'm0', customerNumber: '0' }),
    };
    const failed = { invoiceId: 'i0', state: 'collection-failed', open: yen(16_280) } as const;
    const { debits, leftOut } = planDebits(
      [candidate(), candidate(failed), candidate(other)],
      dates,
    );
    expect(debits.map(({ tenantId, amount, invoices }) => [tenantId, amount, invoices])).toEqual([
      ['t0', 5_500, [{ id: 'i3', amount: 5_500 }]],
      [
        't1',
        21_780,
        [
          { id: 'i1', amount: 5_500 },
          { id: 'i0', amount: 16_280 },
        ],
      ],
    ]);
    expect(leftOut).toEqual([]);
  });

  it.each<[string, Partial<DebitCandidate>, string | undefined]>([
    [
      'by a mandate that is active on the last day for the file',
      { mandate: mandate({ activeSince: dates.fileBy }) },
      'debited',
    ],
    [
      'a day later',
      { mandate: mandate({ activeSince: dates.fileBy.add({ days: 1 }) }) },
      'mandate-too-late',
    ],
    ['without a mandate', { mandate: null }, 'no-mandate'],
    ['for what is due later', { dueDate: PlainDate.from('2026-06-30') }, undefined],
    ['for nothing', { open: yen(0) }, undefined],
  ])('%s', (_, over, fate) => {
    const { debits, leftOut } = planDebits([candidate(over)], dates);
    expect(debits.length > 0 ? 'debited' : leftOut[0]?.reason).toBe(fate);
  });

  it.each([
    [{}, 'first'],
    [{ replacesAnother: true }, 'changed'],
    [{ replacesAnother: true, usedBefore: true }, 'other'],
    [{ usedBefore: true }, 'other'],
  ])('with a mandate that %j, said as %s', (over, occasion) => {
    const { debits } = planDebits([candidate({ mandate: mandate(over) })], dates);
    expect(debits[0]?.occasion).toBe(occasion);
  });
});

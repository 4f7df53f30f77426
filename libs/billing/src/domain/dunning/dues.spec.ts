import { PlainDate, yen } from '#lib/kernel';
import { describe, expect, it } from '@jest/globals';
import { dueDateOf, duesOf } from './dues.js';
import type { Debt } from './dues.js';

const day = (text: string): PlainDate => PlainDate.from(text);

const debt = (dueDate: string, open: number, state: Debt['state'] = 'issued'): Debt => ({
  state,
  dueDate: day(dueDate),
  open: yen(open),
});

describe('what a tenant owes', () => {
  it.each<[string, Debt[], string, [number, string | null, number]]>([
    ['nothing', [], '2026-07-28', [0, null, 0]],
    [
      'on the due date nothing is past due',
      [debt('2026-07-27', 5_500)],
      '2026-07-27',
      [0, '2026-07-27', 5_500],
    ],
    [
      'the day after it is',
      [debt('2026-07-27', 5_500)],
      '2026-07-28',
      [5_500, '2026-07-27', 5_500],
    ],
    [
      'what a debit collects is not past due',
      [debt('2026-07-27', 5_500, 'collecting')],
      '2026-07-29',
      [0, '2026-07-27', 5_500],
    ],
    [
      'only what is past due counts as due',
      [debt('2026-08-27', 1), debt('2026-07-27', 2, 'partially-paid')],
      '2026-07-28',
      [2, '2026-07-27', 3],
    ],
  ])('%s', (_, debts, today, [due, oldest, total]) => {
    const { dueYen, oldestDueDate, receivableTotalYen } = duesOf(debts, day(today));
    expect([dueYen, oldestDueDate?.toString() ?? null, receivableTotalYen]).toEqual([
      due,
      oldest,
      total,
    ]);
  });

  it.each<[string, string | null, string, string]>([
    ['while the contract lives', null, '2026-06-11', '2026-06-29'],
    ['brought forward by its end', '2026-06-15', '2026-06-11', '2026-06-15'],
    ['not put off by an end after it', '2026-07-31', '2026-06-11', '2026-06-29'],
    ['of what is invoiced on the last day', '2026-06-15', '2026-06-15', '2026-06-15'],
    ['of what is invoiced after the end', '2026-06-15', '2026-06-16', '2026-06-29'],
  ])('the due date %s', (_, endedOn, issuedOn, due) => {
    const invoice = { issuedOn: day(issuedOn), dueDate: day('2026-06-29') };
    expect(dueDateOf(invoice, endedOn === null ? null : day(endedOn)).toString()).toBe(due);
  });
});

import { PlainDate, yen } from '#lib/kernel';
import { describe, expect, it } from '@jest/globals';
import { isBeyondResumption, lastResumableDay, obstaclesToResume } from './resumption.js';
import type { ResumptionCase } from './resumption.js';

const jst = (text: string): Date => new Date(`${text}+09:00`);

describe('T8 resume after suspension', () => {
  const caseOf = (due: string, at: Date): ResumptionCase => ({
    oldestUnpaidDue: PlainDate.from(due),
    balance: yen(0),
    settledAt: at,
    requestedAt: at,
    operatorApproves: true,
  });

  it.each([
    ['2026-01-27', '2026-07-27'],
    ['2026-08-27', '2027-02-27'],
    ['2026-08-28', '2027-02-28'],
    ['2026-08-31', '2027-02-28'],
    ['2027-08-29', '2028-02-29'],
  ])('T8 due %s: last resumable instant %s 23:59:59.999', (due, last) => {
    const lastInstant = jst(`${last}T23:59:59.999`);
    const dayLate = new Date(lastInstant.getTime() + 1);
    expect(lastResumableDay(PlainDate.from(due)).toString()).toBe(last);
    expect([
      obstaclesToResume(caseOf(due, lastInstant)),
      obstaclesToResume(caseOf(due, dayLate)),
      isBeyondResumption(PlainDate.from(due), lastInstant),
      isBeyondResumption(PlainDate.from(due), dayLate),
    ]).toEqual([[], ['unpaid-too-long'], false, true]);
  });

  const inTime = jst('2026-07-27T23:59:59.999');
  const late = jst('2026-07-28T00:00');

  it.each<[string, Partial<ResumptionCase>, string[]]>([
    ['all four conditions', {}, []],
    ['balance > 0', { balance: yen(1), settledAt: null }, ['balance-unsettled']],
    ['a credit is no debt', { balance: yen(-500) }, []],
    ['no request', { requestedAt: null }, ['not-asked-for']],
    ['operator declines', { operatorApproves: false }, ['not-approved']],
    ['asked in time, paid late', { settledAt: late }, ['unpaid-too-long']],
    ['paid in time, asked late', { requestedAt: late }, ['unpaid-too-long']],
    [
      'none of them',
      { balance: yen(1), settledAt: null, requestedAt: null, operatorApproves: false },
      ['not-asked-for', 'balance-unsettled', 'not-approved'],
    ],
  ])('T8 %s', (_, over, obstacles) => {
    expect(obstaclesToResume({ ...caseOf('2026-01-27', inTime), ...over })).toEqual(obstacles);
  });
});

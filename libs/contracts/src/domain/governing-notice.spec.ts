import { PlainDate, YearMonth } from '#lib/kernel';
import { describe, expect, it } from '@jest/globals';
import { effectOf, governingNotice, withdrawalRefusal } from './governing-notice.js';
import type { Notice } from './governing-notice.js';
import { minimumTerm } from './minimum-term.js';

const term = minimumTerm(PlainDate.from('2026-01-01')); // ends 2026-06-30

const notice = (id: string, arrived: string | null, over: Partial<Notice> = {}): Notice => ({
  id,
  from: 'tenant',
  arrivedAt: arrived === null ? null : new Date(`${arrived}T12:00+09:00`),
  lastMonthOfUse: null,
  withdrawnAt: null,
  ...over,
});

const governs = (notices: Notice[]): [string, string] | undefined => {
  const found = governingNotice(notices, term);
  return found && [found.noticeId, found.effect.endDate.toString()];
};

describe('D-20 several notices', () => {
  const operators = notice('operator', '2026-07-10', { from: 'operator' }); // 2026-08-31
  const tenants = notice('tenant', '2026-07-20'); // 2026-07-31
  const second = notice('second', '2026-07-21'); // 2026-07-31 as well

  it.each<[string, Notice[], [string, string] | undefined]>([
    ['none', [], undefined],
    ['one that has not arrived', [notice('draft', null)], undefined],
    ['the operator’s alone', [operators], ['operator', '2026-08-31']],
    ['the tenant’s comes later and ends earlier', [operators, tenants], ['tenant', '2026-07-31']],
    ['two with the same end', [second, tenants, operators], ['tenant', '2026-07-31']],
    [
      'the earlier end is withdrawn',
      [operators, { ...tenants, withdrawnAt: new Date('2026-07-25T00:00Z') }],
      ['operator', '2026-08-31'],
    ],
    [
      'a wish to go on for longer',
      [notice('wish', '2026-03-01', { lastMonthOfUse: YearMonth.from('2026-09') })],
      ['wish', '2026-09-30'],
    ],
    [
      'a wish that comes too early',
      [notice('wish', '2026-06-02', { lastMonthOfUse: YearMonth.from('2026-06') })],
      ['wish', '2026-07-31'],
    ],
  ])('%s', (_, notices, expected) => {
    expect(governs(notices)).toEqual(expected);
  });

  it('a withdrawn notice has no effect of its own', () => {
    expect(effectOf({ ...tenants, withdrawnAt: new Date(0) }, term)).toBeUndefined();
  });
});

describe('D-20 withdrawal', () => {
  const lastInstant = new Date('2026-07-31T14:59:59.999Z');
  const over = new Date('2026-07-31T15:00:00.000Z');

  it.each([
    [true, true, lastInstant, undefined],
    [true, true, over, 'already-ended'],
    [true, false, lastInstant, 'no-consent'],
    [false, true, lastInstant, 'not-asked-for'],
  ])('asked %p, consent %p, at %p: %p', (senderAsks, otherPartyConsents, now, refusal) => {
    const endDate = PlainDate.from('2026-07-31');
    expect(withdrawalRefusal({ senderAsks, otherPartyConsents, endDate }, now)).toBe(refusal);
  });

  it('of a notice that has fixed no end yet must be wanted by both as well', () => {
    const wish = { otherPartyConsents: true, endDate: null };
    expect(
      [true, false].map((senderAsks) => withdrawalRefusal({ ...wish, senderAsks }, over)),
    ).toEqual([undefined, 'not-asked-for']);
  });
});

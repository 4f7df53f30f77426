import { PlainDate } from '#lib/kernel';
import { expect, it } from '@jest/globals';
import { minimumTerm } from './minimum-term.js';
import { renewalsUntil } from './renewals.js';

const term = minimumTerm(PlainDate.from('2026-01-15')); // ends 2026-07-31

it.each([
  ['2026-07-31T23:59:59.999+09:00', null, []],
  ['2026-08-01T00:00+09:00', null, ['2026-08']],
  ['2026-10-31T23:59+09:00', null, ['2026-08', '2026-09', '2026-10']],
  ['2026-08-01T00:00+09:00', '2026-07-31', []],
  ['2027-01-01T00:00+09:00', '2026-08-31', ['2026-08']], // a late notice lets one happen
])('at %s with the end %p: %j', (now, end, months) => {
  const renewals = renewalsUntil(new Date(now), term, end === null ? null : PlainDate.from(end));
  expect(renewals.map(({ firstMonth }) => firstMonth.toString())).toEqual(months);
});

it('a campaign may renew by the quarter', () => {
  const renewals = renewalsUntil(new Date('2026-11-01T00:00+09:00'), term, null, 3);
  expect(renewals.map(({ firstMonth, lastDay }) => [String(firstMonth), String(lastDay)])).toEqual([
    ['2026-08', '2026-10-31'],
    ['2026-11', '2027-01-31'],
  ]);
});

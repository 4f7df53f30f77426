import { expect, it } from '@jest/globals';
import { aLittleLater, firstProposal, isFullHour } from './first-proposal.js';

const now = new Date('2026-04-01T23:30:00+09:00');

it.each([
  [null, { day: '2026-04-02', time: '10:07' }],
  ['2026-04-01T00:00:00Z', { day: '2026-04-02', time: '10:07' }],
  ['2026-04-30T15:05:00Z', { day: '2026-05-01', time: '00:05' }],
])('proposes for %s', (planned, proposal) => {
  expect(firstProposal(planned, now)).toEqual(proposal);
});

it('knows full hours, and a better minute', () => {
  expect([isFullHour('09:00'), isFullHour('09:01'), aLittleLater('09:00')]).toEqual([
    true,
    false,
    '09:07',
  ]);
});

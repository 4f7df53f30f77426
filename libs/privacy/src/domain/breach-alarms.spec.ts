import { describe, expect, it } from '@jest/globals';
import { breachAlarms } from './breach-alarms.js';

const breach = {
  knownAt: new Date('2026-04-01T00:00:00Z'),
  kinds: ['MALICIOUS'] as const,
  persons: 1,
  wasEncrypted: false,
  firstReportedAt: null,
  fullyReportedAt: null,
  closedAt: null,
  tenants: [{ toldAt: null }],
};
const done = new Date('2026-04-02T00:00:00Z');

describe('the alarms of a breach', () => {
  it.each([
    ['nothing on the second day', {}, '2026-04-03T23:59:59Z', []],
    [
      'report and tenants two days ahead',
      {},
      '2026-04-04T00:00:00Z',
      ['first-report due-soon', 'tell-tenants due-soon'],
    ],
    [
      'both late at the end of the fifth day',
      {},
      '2026-04-06T00:00:00Z',
      ['first-report overdue', 'tell-tenants overdue'],
    ],
    [
      'only what is left',
      { firstReportedAt: done, tenants: [{ toldAt: done.toISOString() }] },
      '2026-04-06T00:00:00Z',
      [],
    ],
    [
      'the full report a week ahead of sixty days',
      { firstReportedAt: done, tenants: [] },
      '2026-05-24T00:00:00Z',
      ['full-report due-soon'],
    ],
    [
      'the full report of an accident ahead of thirty days',
      { kinds: ['SENSITIVE'] as const, firstReportedAt: done, tenants: [] },
      '2026-04-24T00:00:00Z',
      ['full-report due-soon'],
    ],
    ['nothing once it is closed', { closedAt: done }, '2027-01-01T00:00:00Z', []],
    [
      'nothing but the tenants where the law wants no report',
      { wasEncrypted: true },
      '2026-06-01T00:00:00Z',
      ['tell-tenants overdue'],
    ],
  ])('say %s', (_, changes, now, expected) => {
    const alarms = breachAlarms({ ...breach, ...changes }, new Date(now));
    expect(alarms.map(({ duty, alarm }) => `${duty} ${alarm}`)).toEqual(expected);
  });
});

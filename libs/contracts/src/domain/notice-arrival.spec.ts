import { PlainDate } from '#lib/kernel';
import { describe, expect, it } from '@jest/globals';
import { minimumTerm } from './minimum-term.js';
import { arrivedAt } from './notice-arrival.js';
import type { NoticeTransit } from './notice-arrival.js';
import { endByTenant } from './notice-end.js';

const at = new Date('2026-05-31T14:59:59.999Z');

describe('D-15 arrival by channel', () => {
  it.each<[NoticeTransit, Date | null]>([
    [{ channel: 'mail-in', acceptedAt: at }, at],
    [{ channel: 'mail-in', acceptedAt: null }, null],
    [{ channel: 'web', committedAt: at }, at],
    [{ channel: 'paper', stampedOn: null }, null],
    [{ channel: 'mail-out', acceptedAt: at, bouncedAt: null }, at],
    [{ channel: 'mail-out', acceptedAt: null, bouncedAt: null }, null],
    [{ channel: 'portal', publishedAt: at }, at],
    [{ channel: 'letter', deliveredOn: null }, null],
    [
      { channel: 'letter', deliveredOn: PlainDate.from('2026-06-01') },
      new Date('2026-05-31T15:00:00.000Z'),
    ],
  ])('%j', (transit, expected) => {
    expect(arrivedAt(transit)).toEqual(expected);
  });

  it.each<[string, NoticeTransit]>([
    [
      'mail bounced',
      { channel: 'mail-out', acceptedAt: at, bouncedAt: new Date(at.getTime() + 1) },
    ],
    ['unsigned web draft', { channel: 'web', committedAt: null }],
  ])('T2 %s: no effect', (_, transit) => {
    expect(arrivedAt(transit)).toBeNull();
  });

  it('a stamp of the last day is in time, whatever the hour it was put', () => {
    const stamped = arrivedAt({ channel: 'paper', stampedOn: PlainDate.from('2026-05-31') });
    const { endDate } = endByTenant(minimumTerm(PlainDate.from('2026-01-01')), stamped as Date);
    expect(endDate.toString()).toBe('2026-06-30');
  });
});

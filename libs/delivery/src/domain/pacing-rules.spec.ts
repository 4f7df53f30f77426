import { describe, expect, it } from '@jest/globals';
import { defaultLimit, limitedDomains, noLimit } from './domain-limits.js';
import { awayFromFullHour } from './full-hour.js';
import type { Handover } from './outcome.js';
import { domainPressure, relayPressure } from './pressure.js';
import { warmUpPerDay } from './warm-up.js';

const reply = (response: string): Handover => ({
  kind: 'replied',
  code: Number(response.slice(0, 3)),
  response,
});

describe('the end of a mail', () => {
  it.each<[Handover, string, string]>([
    [reply('250 2.0.0 Ok'), 'fine', 'fine'],
    [reply('550 5.1.1 who?'), 'fine', 'fine'],
    [reply('421 4.7.0 closing'), 'pushed-back', 'fine'],
    [reply('451 4.7.500 Server busy: too many connections'), 'pushed-back', 'fine'],
    [reply('450 4.2.1 receiving mail at a rate that'), 'silent', 'fine'],
    [reply('450 4.7.1 Greylisted, too many unknown'), 'silent', 'fine'],
    [reply('452 4.2.2 over quota, limit exceeded'), 'silent', 'fine'],
    [reply('451 4.3.0 later'), 'silent', 'fine'],
    [reply('535 5.7.8 who are you?'), 'fine', 'pushed-back'],
    [{ kind: 'lost', dotWritten: false }, 'pushed-back', 'silent'],
    [{ kind: 'lost', dotWritten: true }, 'silent', 'silent'],
    [{ kind: 'no-connection' }, 'silent', 'pushed-back'],
    [{ kind: 'too-late' }, 'silent', 'silent'],
  ])('%j says %s about the domain and %s about the relay', (handover, domain, relay) => {
    expect([domainPressure(handover), relayPressure(handover)]).toEqual([domain, relay]);
  });
});

describe('large providers', () => {
  it.each([
    ['yahoo.co.jp', { connections: 2, perSecond: 10 }],
    ['docomo.ne.jp', { connections: 4, perSecond: 20 }],
    ['xxx.disney.ne.jp', { connections: 4, perSecond: 20 }],
    ['gmail.com', { connections: 20, perSecond: null }],
    ['notgmail.com', noLimit],
    ['example.jp', noLimit],
    ['jp', noLimit],
  ])('are spared: %s', (domain, expected) => {
    expect(defaultLimit(domain)).toEqual(expected);
  });

  it('are all listed', () => {
    expect(limitedDomains.filter((domain) => defaultLimit(domain) === noLimit)).toEqual([]);
  });
});

describe('a new sending domain', () => {
  const startedAt = new Date('2026-04-01T00:00:00Z');

  it.each([
    [-1, 500],
    [0, 500],
    [1, 800],
    [2, 1280],
    [10, 54_976],
    [20, 6_044_629],
    [21, null],
  ])('may send on day %i so many mails: %s', (day, expected) => {
    const now = new Date(startedAt.getTime() + day * 24 * 3600 * 1000);
    expect(warmUpPerDay(startedAt, now)).toBe(expected);
  });
});

describe('a start at a full or half hour', () => {
  it.each([
    ['2026-04-01T09:00:00+09:00', 0, '2026-04-01T09:01:00+09:00'],
    ['2026-04-01T09:30:00+09:00', 0.5, '2026-04-01T09:33:00+09:00'],
    ['2026-04-01T09:00:59+09:00', 0, '2026-04-01T09:01:59+09:00'],
    ['2026-04-01T09:01:00+09:00', 0.9, '2026-04-01T09:01:00+09:00'],
    ['2026-04-01T09:15:00+09:00', 0.9, '2026-04-01T09:15:00+09:00'],
  ])('at %s moves by its dice of %f to %s', (at, random, expected) => {
    expect(awayFromFullHour(new Date(at), random)).toEqual(new Date(expected));
  });
});

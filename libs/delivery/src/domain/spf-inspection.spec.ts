import { describe, expect, it } from '@jest/globals';
import type { DnsAnswer } from './dns-answer.js';
import { inspectSpf } from './spf-inspection.js';

const look = (records: Record<string, string | string[]>): ReturnType<typeof inspectSpf> =>
  inspectSpf('example.jp', (name): Promise<DnsAnswer<string>> => {
    const found = records[name];
    if (found === 'failed') return Promise.resolve({ kind: 'failed' });
    return Promise.resolve(
      found === undefined ? { kind: 'none' } : { kind: 'found', values: [found].flat() },
    );
  });

const chain = (length: number): Record<string, string> =>
  Object.fromEntries(
    Array.from({ length }, (_, i) => [
      i === 0 ? 'example.jp' : `${i}.example.jp`,
      i === length - 1 ? 'v=spf1 -all' : `v=spf1 include:${i + 1}.example.jp -all`,
    ]),
  );

describe('inspectSpf', () => {
  it.each<[string, Record<string, string | string[]>, string, number, string[]]>([
    ['nothing', {}, 'none', 0, []],
    ['other texts only', { 'example.jp': ['hello', 'v=spf10 -all'] }, 'none', 0, []],
    ['addresses', { 'example.jp': 'v=spf1 ip4:192.0.2.0/24 ip6:2001:db8::/32 -all' }, 'ok', 0, []],
    ['a bare record', { 'example.jp': 'V=SPF1' }, 'ok', 0, []],
    ['two records', { 'example.jp': ['v=spf1 -all', 'v=spf1 ~all'] }, 'several', 0, []],
    [
      'our include',
      {
        'example.jp': 'v=spf1 a mx/24 include:Mail.test ~all',
        'Mail.test': 'v=spf1 exists:%{i}.x.test -all',
      },
      'ok',
      4,
      ['mail.test'],
    ],
    [
      'an include of a name with macros',
      { 'example.jp': 'v=spf1 include:%{d}.x.test -all' },
      'ok',
      1,
      [],
    ],
    [
      'a redirect',
      { 'example.jp': 'v=spf1 redirect=b.test', 'b.test': 'v=spf1 mx -all' },
      'ok',
      2,
      ['b.test'],
    ],
    ['a redirect after all', { 'example.jp': 'v=spf1 -all redirect=b.test' }, 'ok', 0, []],
    ['an unknown modifier', { 'example.jp': 'v=spf1 exp=x.test -all' }, 'ok', 0, []],
    [
      'an include that leads nowhere',
      { 'example.jp': 'v=spf1 include:b.test -all' },
      'broken',
      1,
      ['b.test'],
    ],
    [
      'an include of two records',
      { 'example.jp': 'v=spf1 include:b.test', 'b.test': ['v=spf1', 'v=spf1'] },
      'broken',
      1,
      ['b.test'],
    ],
    ['an unknown mechanism', { 'example.jp': 'v=spf1 ipv4:192.0.2.1 -all' }, 'broken', 0, []],
    ['an include of nothing', { 'example.jp': 'v=spf1 include -all' }, 'broken', 0, []],
    [
      'an answer that does not come',
      { 'example.jp': 'v=spf1 include:b.test', 'b.test': 'failed' },
      'unsure',
      1,
      ['b.test'],
    ],
  ])('of %s', async (_, records, state, lookups, includes) => {
    const seen = await look(records);
    expect([seen.state, seen.lookups, seen.includes]).toEqual([state, lookups, includes]);
  });

  it('allows ten look-ups and no more, at whatever depth', async () => {
    const [ten, eleven] = [await look(chain(11)), await look(chain(12))];
    expect([ten.state, ten.lookups, eleven.state]).toEqual(['ok', 10, 'too-many-lookups']);
  });

  it('comes to an end in a circle', async () => {
    const { state } = await look({ 'example.jp': 'v=spf1 include:example.jp -all' });
    expect(state).toBe('too-many-lookups');
  });
});

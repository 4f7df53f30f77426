import { describe, expect, it } from '@jest/globals';
import { readDmarcRecord } from './dmarc-record.js';
import { isAligned, walkDmarc, walkOf } from './dmarc-walk.js';
import type { DnsAnswer } from './dns-answer.js';

describe('readDmarcRecord', () => {
  const plain = {
    policy: 'none',
    subdomainPolicy: 'none',
    strict: { dkim: false, spf: false },
    publicSuffix: 'u',
    testing: false,
    hasReports: false,
  };

  it.each([
    ['v=DMARC1; p=none', plain],
    ['v=DMARC1;p=REJECT;', { ...plain, policy: 'reject', subdomainPolicy: 'reject' }],
    [
      'v=DMARC1; p=reject; sp=quarantine; adkim=s; aspf=s; psd=n; t=y; rua=mailto:a@example.jp; pct=5; new=1',
      {
        policy: 'reject',
        subdomainPolicy: 'quarantine',
        strict: { dkim: true, spf: true },
        publicSuffix: 'n',
        testing: true,
        hasReports: true,
      },
    ],
    ['v=DMARC1; rua=mailto:a@example.jp', { ...plain, hasReports: true }],
    ['v=DMARC1; p=rejct; rua=mailto:a@example.jp', { ...plain, hasReports: true }],
    ['v=DMARC1; p=rejct', undefined],
    ['v=DMARC1; p=reject; sp=x', undefined],
    ['v=DMARC1', undefined],
    ['p=none; v=DMARC1', undefined],
    ['v=dmarc1; p=none', undefined],
    ['v=DMARC10; p=none', undefined],
    ['v=spf1 -all', undefined],
  ])('reads %s', (text, record) => {
    expect(readDmarcRecord(text)).toEqual(record);
  });
});

describe('walkOf', () => {
  it.each([
    ['example.jp', ['example.jp', 'jp']],
    ['a.b.example.jp', ['a.b.example.jp', 'b.example.jp', 'example.jp', 'jp']],
    [
      '1.2.3.4.5.6.7.8',
      [
        '1.2.3.4.5.6.7.8',
        '2.3.4.5.6.7.8',
        '3.4.5.6.7.8',
        '4.5.6.7.8',
        '5.6.7.8',
        '6.7.8',
        '7.8',
        '8',
      ],
    ],
    [
      '0.0.0.1.2.3.4.5.6.7.8',
      [
        '0.0.0.1.2.3.4.5.6.7.8',
        '2.3.4.5.6.7.8',
        '3.4.5.6.7.8',
        '4.5.6.7.8',
        '5.6.7.8',
        '6.7.8',
        '7.8',
        '8',
      ],
    ],
  ])('goes up from %s', (domain, names) => {
    expect(walkOf(domain)).toEqual(names);
  });
});

describe('walkDmarc', () => {
  const zone =
    (records: Record<string, string | string[]>) =>
    (name: string): Promise<DnsAnswer<string>> => {
      const found = records[name.replace('_dmarc.', '')];
      if (found === 'failed') return Promise.resolve({ kind: 'failed' });
      return Promise.resolve(
        found === undefined ? { kind: 'none' } : { kind: 'found', values: [found].flat() },
      );
    };

  it.each<
    [string, Record<string, string | string[]>, string, string | undefined, string | undefined]
  >([
    ['news.example.jp', {}, 'news.example.jp', undefined, undefined],
    [
      'news.example.jp',
      { 'example.jp': 'v=DMARC1; p=reject; sp=none' },
      'example.jp',
      'example.jp',
      'none',
    ],
    [
      'example.jp',
      { 'example.jp': 'v=DMARC1; p=reject; sp=none' },
      'example.jp',
      'example.jp',
      'reject',
    ],
    [
      'a.news.example.jp',
      { 'a.news.example.jp': 'v=DMARC1; p=quarantine', 'example.jp': 'v=DMARC1; p=reject' },
      'example.jp',
      'a.news.example.jp',
      'quarantine',
    ],
    [
      'a.news.example.jp',
      { 'news.example.jp': 'v=DMARC1; p=none; psd=n', 'example.jp': 'v=DMARC1; p=reject' },
      'news.example.jp',
      'news.example.jp',
      'none',
    ],
    [
      'a.shop.co.jp',
      { 'co.jp': 'v=DMARC1; p=reject; sp=quarantine; psd=y' },
      'shop.co.jp',
      'co.jp',
      'quarantine',
    ],
    [
      'a.shop.co.jp',
      { 'shop.co.jp': 'v=DMARC1; p=none', 'co.jp': 'v=DMARC1; p=reject; psd=y' },
      'shop.co.jp',
      'shop.co.jp',
      'none',
    ],
    ['co.jp', { 'co.jp': 'v=DMARC1; p=reject; psd=y' }, 'co.jp', 'co.jp', 'reject'],
    [
      'example.jp',
      { 'example.jp': ['v=DMARC1; p=none', 'v=DMARC1; p=reject'] },
      'example.jp',
      undefined,
      undefined,
    ],
    [
      'example.jp',
      { 'example.jp': ['v=spf1 -all', 'v=DMARC1; p=reject'] },
      'example.jp',
      'example.jp',
      'reject',
    ],
  ])(
    'from %s finds organization, record and policy (%#)',
    async (domain, records, organization, at, policy) => {
      const walk = await walkDmarc(domain, zone(records));
      expect([walk.organization, walk.applied?.domain, walk.policy, walk.sure]).toEqual([
        organization,
        at,
        policy,
        true,
      ]);
    },
  );

  it('is not sure when a question stays open', async () => {
    const walk = await walkDmarc(
      'example.jp',
      zone({ jp: 'failed', 'example.jp': 'v=DMARC1; p=none' }),
    );
    expect(walk).toEqual({
      organization: 'example.jp',
      applied: undefined,
      policy: undefined,
      sure: false,
    });
  });
});

describe('isAligned', () => {
  const at = (
    domain: string,
    organization = 'example.jp',
  ): { domain: string; organization: string } => ({
    domain,
    organization,
  });

  it.each([
    ['mail.example.jp', 'example.jp', false, true],
    ['mail.example.jp', 'example.jp', true, false],
    ['example.jp', 'example.jp', true, true],
  ])('%s speaks for %s (strict: %s): %s', (identifier, author, strict, aligned) => {
    expect(isAligned(at(identifier), at(author), strict)).toBe(aligned);
    expect(isAligned(at(identifier, 'x'), at(`b.${author}`, 'y'), strict)).toBe(false);
  });
});

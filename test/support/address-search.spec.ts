import { createHash, createHmac } from 'node:crypto';
import { gzipSync } from 'node:zlib';
import { PdfDocument } from '#platform/pdf';
import { AddressSearch } from '#test/address-search';
import { describe, expect, it } from '@jest/globals';

const addresses = [
  'hanako-4f7q@tea.example.jp',
  'taro+tea-4f8q@tea.example.jp',
  'idn-reader-4f9q@日本語.jp',
  '"a..dots-4g1q."@docomo.ne.jp',
  'me@tea.example.jp',
] as const;

const inside = (text: string): string => `{"shown":"${text}","count":3}`;
const each = (text: string, form: (code: number) => string): string =>
  Array.from(text, (letter) => form(letter.codePointAt(0) ?? 0)).join('');
const hexOf = (code: number): string => code.toString(16);
const base64 = (text: string): string => Buffer.from(text).toString('base64');

/** Ways in which something can be told without standing there as it is. */
const disguises: Readonly<Record<string, (address: string) => string | Buffer>> = {
  'as it is': inside,
  'in capitals': (a) => inside(a.toUpperCase()),
  'in full-width letters': (a) =>
    inside(each(a, (c) => String.fromCodePoint(c > 0x20 && c < 0x7f ? c + 0xfee0 : c))),
  'in a URL': (a) => inside(encodeURIComponent(a)),
  'with every letter in percents': (a) =>
    inside(Buffer.from(a).toString('hex').replaceAll(/../g, '%$&')),
  'in a URL in a URL': (a) => inside(encodeURIComponent(encodeURIComponent(a))),
  'quoted-printable, broken in the middle': (a) =>
    inside(`${a.slice(0, 4)}=\r\n${a.slice(4).replace('@', '=40')}`),
  'escaped for JSON': (a) => inside(each(a, (c) => `\\u${hexOf(c).padStart(4, '0')}`)),
  'escaped for JavaScript': (a) => inside(a.replace('@', '\\x40')),
  'as entities': (a) => inside(each(a, (c) => `&#${c};`)),
  'as entities in hexadecimal': (a) => inside(each(a, (c) => `&#x${hexOf(c)};`)),
  'with a named entity': (a) => inside(a.replace('@', '&commat;').replaceAll('"', '&quot;')),
  'in base64, from the first byte': (a) => inside(base64(`${a} and more`)),
  'in base64, from the second byte': (a) => inside(base64(`-${a} and more`)),
  'in base64, from the third byte': (a) => inside(base64(`--${a} and more`)),
  'in base64 of URLs': (a) => inside(Buffer.from(`>>>${a}???`).toString('base64url')),
  'in base64 over several lines': (a) => base64(a).replaceAll(/.{10}/g, '$&\r\n'),
  'in an encoded word': (a) => `Subject: =?utf-8?B?${base64(a)}?=`,
  'in hexadecimal': (a) => inside(Buffer.from(a).toString('hex')),
  'in UTF-16': (a) => Buffer.from(inside(a), 'utf16le'),
  'in gzip': (a) => gzipSync(inside(a)),
};

const hashes = ['md5', 'sha1', 'sha256', 'sha512'].flatMap((algorithm) =>
  (['hex', 'base64', 'base64url'] as const).map((encoding) => ({ algorithm, encoding })),
);

const facts = {
  title: '見本',
  author: '飛脚',
  locale: 'ja',
  createdAt: new Date('2026-07-11T00:00:00+09:00'),
} as const;

const whose = (told: string | Buffer): string[] => [
  ...new Set(new AddressSearch(addresses).in('answer', told).map(({ address }) => address)),
];

describe('the search for addresses', () => {
  it.each(Object.entries(disguises))('finds each of them %s', (_, disguise) => {
    for (const address of addresses) expect(whose(disguise(address))).toEqual([address]);
  });

  it.each(hashes)('finds each by its $algorithm in $encoding', ({ algorithm, encoding }) => {
    for (const address of addresses) {
      const hash = createHash(algorithm).update(address).digest(encoding);
      expect(whose(inside(hash))).toEqual([address]);
    }
  });

  it('finds each in a PDF', async () => {
    for (const address of addresses) {
      const pdf = new PdfDocument(facts);
      pdf.text(address);
      expect(whose(await pdf.finish())).toEqual([address]);
    }
  });

  it('finds a local part alone, unless it could be any word', () => {
    const told = addresses.map((address) => address.split('@')[0] ?? '').map((a) => `${a} at …`);
    expect(told.map(whose)).toEqual([...addresses.slice(0, 4).map((a) => [a]), []]);
  });

  it('finds the name of a domain for machines', () => {
    expect(whose(inside('idn-reader-4f9q@xn--wgv71a119e.jp'))).toEqual([addresses[2]]);
  });

  it.each([
    ['another address', 'hanako-5f7q@tea.example.jp'],
    ['a masked address', 'h***@tea.example.jp'],
    ['a hash with a key', createHmac('sha256', 'key').update(addresses[0]).digest('hex')],
    ['a domain', 'tea.example.jp'],
  ])('does not take %s for one of them', (_, told) => {
    expect(whose(inside(told))).toEqual([]);
  });

  it('counts bytes, also of what it has seen before', () => {
    const search = new AddressSearch(addresses);
    search.in('first', addresses[0]);
    search.in('second', addresses[0]);
    expect([search.bytes, search.found.map(({ place, form }) => `${place}: ${form}`)]).toEqual([
      52,
      ['first: plain', 'second: plain'],
    ]);
  });
});

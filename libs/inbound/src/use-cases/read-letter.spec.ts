import { describe, expect, it } from '@jest/globals';
import { readLetter } from './read-letter.js';
import type { Letter } from './read-letter.js';

/** A mail of parts that are texts in ASCII or bytes. */
const read = (...parts: readonly (string | readonly number[])[]): Promise<Letter> =>
  readLetter({
    nullSender: false,
    mailFrom: 'taro@example.jp',
    client: null,
    recipients: [],
    raw: Buffer.concat(
      parts.map((part) => (typeof part === 'string' ? Buffer.from(part) : Buffer.from(part))),
    ),
  });

const head = 'From: taro@example.jp\r\nContent-Type: text/plain; charset=';
const bytes = (text: string): number[] => [...Buffer.from(text, 'latin1')];

describe('the text of a letter', () => {
  it.each<[string, string, number[], string]>([
    ['kanji and half-width kana', 'iso-2022-jp', bytes('\x1b$B;EED\x1b(I10A\x1b(B'), '仕田ｱｰﾁ'],
    ['NEC’s characters', 'iso-2022-jp', bytes('\x1b$B-!-j\x1b(B'), '①㈱'],
    ['IBM’s characters', 'iso-2022-jp', bytes('\x1b$B|b\x1b(B'), '髙'],
    ['the same by Microsoft’s name', 'iso-2022-jp-ms', bytes('\x1b$B-!|b\x1b(B'), '①髙'],
    ['the 8th bit of old mailers', 'iso-2022-jp', bytes('\x1b$B;EED\x1b(J~\x1b(B'), '仕田~'],
    ['the same by Java’s names', 'cp50221', bytes('\x1b$B-!|b\x1b(I10A\x1b(B'), '①髙ｱｰﾁ'],
    ['kana between shifts', 'cp50222', bytes('a \x0e10A\x0f b'), 'a ｱｰﾁ b'],
    ['the same by its name in C', 'csISO2022JP', bytes('\x1b$B-!-j\x1b(B'), '①㈱'],
    ['Exchange of old', 'x-unicode-1-1-utf-7', bytes('+JGA- +2D3eAA-'), '① 😀'],
    ['Unix by Microsoft’s name', 'eucJP-ms', [0xad, 0xa1, 0x8e, 0xb1, 0xfc, 0xe2], '①ｱ髙'],
    ['PHP', 'sjis-win', [0x87, 0x8a, 0xb1], '㈱ｱ'],
    ['an old telephone', 'Shift_JIS', [0x8e, 0x64, 0xb1, 0xb0, 0x87, 0x40, 0xfb, 0xfc], '仕ｱｰ①髙'],
    ['the same by Microsoft’s name', 'cp932', [0x87, 0x8a, 0xee, 0xe0], '㈱髙'],
    ['the same by Windows’ name', 'windows-31j', [0x87, 0x8a], '㈱'],
    ['Unix', 'euc-jp', [0xbb, 0xc5, 0x8e, 0xb1], '仕ｱ'],
    ['emoji', 'utf-8', [...Buffer.from('😀仕田')], '😀仕田'],
    ['bytes that are no text', 'utf-8', [0x61, 0xff, 0x62], 'a\u{fffd}b'],
    ['NUL, which no database takes', 'utf-8', [0x61, 0, 0x62], 'a\u{fffd}b'],
    ['a charset that is none', 'x-nowhere', bytes('Hello'), 'Hello'],
  ])('%s (%s)', async (_, charset, body, text) => {
    expect((await read(`${head}${charset}\r\n\r\n`, body)).text.trim()).toBe(text);
  });

  it.each([
    ['cp50221', '\x1b$B-!|b\x1b(B'],
    ['csISO2022JP', '\x1b$B-!|b\x1b(B'],
    ['x-ms-cp932', '\x87\x40\xfb\xfc'],
    ['eucJP-ms', '\xad\xa1\xfc\xe2'],
    ['unicode-1-1-utf-7', '+JGCa2Q-'],
  ])('and its subject and its writer’s name in %s', async (label, text) => {
    const word = `=?${label}?B?${Buffer.from(text, 'latin1').toString('base64')}?=`;
    const letter = await read(`From: ${word} <taro@example.jp>\r\nSubject: ${word}\r\n\r\n`);
    expect([letter.subject, letter.fromText]).toEqual([
      '①髙',
      { name: '①髙', address: 'taro@example.jp' },
    ]);
  });

  it('of a decorated mail is what its pictures surround', async () => {
    const { text } = await read(
      'From: taro@docomo.ne.jp\r\nContent-Type: multipart/related; boundary=a\r\n\r\n',
      '--a\r\nContent-Type: text/html; charset=iso-2022-jp\r\n\r\n',
      bytes('<html><body>\x1b$B;EED\x1b(B<img src="cid:1@x"><br>desu</body></html>'),
      '\r\n--a\r\nContent-Type: image/gif\r\nContent-ID: <1@x>\r\n\r\nGIF89a\r\n--a--\r\n',
    );
    expect(text).toContain('仕田');
    expect(text).toContain('desu');
  });

  it.each([
    ['by itself', ''],
    ['as a part', '--a\r\nContent-Type: text/html\r\n\r\n'],
  ])('of a page that is too long begins all the same: %s', async (_, part) => {
    const type = part === '' ? 'text/html' : 'multipart/mixed; boundary=a';
    const letter = await read(
      `From: taro@example.jp\r\nContent-Type: ${type}\r\n\r\n${part}`,
      `<p>Hello</p>${'<p>x</p>'.repeat(100_000)}`,
    );
    expect([letter.from?.toString(), letter.text.slice(0, 5)]).toEqual([
      'taro@example.jp',
      'Hello',
    ]);
  });

  it('of a page that cannot be read is the page', async () => {
    const page = '<b>'.repeat(30_000);
    const letter = await read(`From: a@example.jp\r\nContent-Type: text/html\r\n\r\n${page}`);
    expect([letter.from?.toString(), letter.text]).toEqual(['a@example.jp', page]);
  });

  it('of a mail of too many parts is all that came', async () => {
    const parts = '--a\r\nContent-Type: text/plain\r\n\r\nx\r\n'.repeat(3_000);
    const letter = await read('Content-Type: multipart/mixed; boundary=a\r\n\r\n', parts);
    expect([letter.from, letter.text.slice(0, 12)]).toEqual([undefined, 'Content-Type']);
  });

  it('is cut where nobody reads any further', async () => {
    expect((await read(`${head}utf-8\r\n\r\n`, 'x'.repeat(200_000))).text.length).toBe(100_000);
  });
});

describe('the sender of a letter', () => {
  it.each([
    ['From: taro@example.jp', 'taro@example.jp'],
    ['From: "Yamada, Taro" <taro@example.jp>', 'taro@example.jp'],
    ['From: =?ISO-2022-JP?B?GyRCO0VFREJATzobKEI=?=\r\n <taro@example.jp>', 'taro@example.jp'],
    ['From: a..b.@docomo.ne.jp', 'a..b.@docomo.ne.jp'],
    ['From: "a..b."@docomo.ne.jp', 'a..b.@docomo.ne.jp'],
    ['FROM: TARO@EXAMPLE.JP', 'TARO@example.jp'],
    ['From: taro@例え.jp', 'taro@xn--r8jz45g.jp'],
    ['From: taro@xn--r8jz45g.jp', 'taro@xn--r8jz45g.jp'],
    ['From: taro@example.jp\r\nFrom: hanako@example.jp', undefined],
    ['From: taro@example.jp, hanako@example.jp', undefined],
    ['From: friends: taro@example.jp;', undefined],
    ['From: undisclosed:;', undefined],
    ['From: =?UTF-8?B?PHRhcm9AZXhhbXBsZS5qcD4=?=', undefined],
    ['From: <>', undefined],
    ['Sender: taro@example.jp', undefined],
  ])('%j: %s', async (field, address) => {
    expect((await read(`${field}\r\nSubject: x\r\n\r\n`)).from?.toString()).toBe(address);
  });
});

it('reads whatever comes', async () => {
  const nested = Array.from(
    { length: 2_000 },
    (_, n) => `Content-Type: multipart/mixed; boundary=${n}\r\n\r\n--${n}\r\n`,
  ).join('');
  for (const raw of ['', '\0', '\r\n\r\n', 'From', nested, `To: ${'<'.repeat(100_000)}`])
    expect(await read(raw)).toMatchObject({ writer: 'person' });
});

import { describe, expect, it } from '@jest/globals';
import { decodeCharset } from './binary-text.js';
import { charsetName, withCharsetNames } from './charset.js';
import { headerText } from './header-text.js';

/** The same characters as each set has them; the letters of other sets follow in the tests. */
const sets = [
  [
    'iso-2022-jp',
    '\x1b$B-!-j|b\x1b(I10A\x1b(B',
    '①㈱髙ｱｰﾁ',
    [
      ...['ISO-2022-JP', 'csISO2022JP', 'cp50220', 'CP50221', 'cp50222', 'iso-2022-jp-1'],
      ...['iso-2022-jp-2', 'iso-2022-jp-3', 'iso-2022-jp-2004', 'iso-2022-jp-ms', 'ISO2022JP'],
      ...['x-iso-2022-jp', 'x-windows-50221', 'x-windows-iso2022jp', 'JIS'],
    ],
  ],
  [
    'shift_jis',
    '\x87\x40\x87\x8a\xfb\xfc\xb1\xb0\xc1',
    '①㈱髙ｱｰﾁ',
    [
      ...['Shift_JIS', 'shift-jis', 'SJIS', 'x-sjis', 'cp932', 'CP943C', 'MS932', 'x-ms-cp932'],
      ...['windows-31j', 'csWindows31J', 'MS_Kanji', 'sjis-win', 'csShiftJIS'],
    ],
  ],
  [
    'euc-jp',
    '\xad\xa1\xad\xea\xfc\xe2\x8e\xb1\x8e\xb0\x8e\xc1',
    '①㈱髙ｱｰﾁ',
    [
      ...['EUC-JP', 'x-euc-jp', 'eucJP', 'eucJP-ms', 'eucjp-win', 'EUC-JP-MS', 'ujis', 'cp51932'],
      ...['csEUCPkdFmtJapanese', 'x-euc'],
    ],
  ],
  [
    'utf-7',
    '+JGAyMZrZ/3H/cP+B- 1 +- 1 +2D3eAA-!',
    '①㈱髙ｱｰﾁ 1 + 1 😀!',
    ['UTF-7', 'utf7', 'unicode-1-1-utf-7', 'x-unicode-1-1-utf-7', 'csUnicode11UTF7'],
  ],
  ['utf-8', '\xf0\x9f\x98\x80', '😀', ['UTF-8', 'utf8', 'UTF8N', 'utf-8n', 'x-utf-8']],
] as const;

const rows = sets.flatMap(([name, bytes, text, labels]) =>
  labels.map((label) => [label, name, bytes, text] as const),
);

describe('charset labels of Japanese mail', () => {
  it.each(rows)('%s is %s: in a text', (label, _, bytes, text) => {
    expect(decodeCharset(bytes, label)).toBe(text);
  });

  it.each(rows)('%s is %s: in an encoded word', (label, _, bytes, text) => {
    const word = Buffer.from(bytes, 'latin1').toString('base64');
    expect(headerText(`=?${label}?B?${word}?=`)).toBe(text);
  });

  it.each(rows)('%s is written as %s for readers that know fewer', (label, name) => {
    expect(
      withCharsetNames(
        `Subject: =?${label}?B?YQ==?= =?${label}*ja?Q?a?=\r\nContent-Type: text/plain;\r\n charset="${label}"\r\n\r\ncharset=${label}`,
      ),
    ).toBe(
      `Subject: =?${name}?B?YQ==?= =?${name}*ja?Q?a?=\r\nContent-Type: text/plain;\r\n charset="${name}"\r\n\r\ncharset=${label}`,
    );
  });

  it('leaves the names of other sets to their readers', () => {
    expect([charsetName('GB18030'), charsetName('x-nowhere')]).toEqual(['gb18030', 'x-nowhere']);
  });
});

describe('what ISO-2022-JP is written with', () => {
  it.each([
    ['kana between shifts', 'a \x0e10A\x0f b', 'a ｱｰﾁ b'],
    ['kana between shifts among kanji', '\x1b$B;E\x0e1\x0fED\x1b(B', '仕ｱ田'],
    ['kanji by the set of 1978', '\x1b$@;EED\x1b(J', '仕田'],
    ['kanji by the set of 2004', '\x1b$(Q;E-!\x1b(B', '仕①'],
    ['a shift that never ends', '\x0e1', 'ｱ'],
  ])('%s', (_, bytes, text) => {
    expect(decodeCharset(bytes, 'cp50222')).toBe(text);
  });
});

describe('UTF-7', () => {
  it.each([
    ['an odd byte at its end', '+JGAA-x', '①x'],
    ['an end without a sign', '+JGA', '①'],
    ['bytes of another set', 'caf\xc3\xa9 +JGA-', 'café +JGA-'],
  ])('%s', (_, bytes, text) => {
    expect(decodeCharset(bytes, 'utf-7')).toBe(text);
  });
});

import { domainToUnicode } from 'node:url';
import { describe, expect, it } from '@jest/globals';
import { dangerousLinks } from './link-dangers.js';

const hosts = { blocked: new Set(['evil.jp']), shorteners: new Set(['bit.ly']) };

const dangersOf = (html: string | null, text = ''): string[] =>
  dangerousLinks({ html, text }, hosts, domainToUnicode, (url) => url === 'https://us.jp/u/x').map(
    ({ danger }) => danger,
  );

const link = (href: string, shown = 'こちら'): string =>
  `<p><a class="x" href="${href}">${shown}</a></p>`;

describe('a link', () => {
  it.each([
    ['https://shop.jp/', 'こちら', []],
    ['https://shop.jp/a', 'https://shop.jp/a', []],
    ['https://www.shop.jp/a', 'shop.jp', []],
    ['https://m.shop.jp/a', '<b>www.shop.jp</b>', []],
    ['https://us.jp/u/x', 'other.jp', []],
    ['mailto:a@evil.jp', 'x', []],
    ['https://日本語.jp/', 'x', []],
    ['https://пример.рф/', 'x', []],
    ['https://evil.jp/', 'x', ['blocked']],
    ['https://a.b.evil.jp./', 'x', ['blocked']],
    ['https://notevil.jp/', 'x', []],
    ['https://shop.jp@phish.jp/', 'x', ['credentials']],
    ['https://phish.jp/', 'https://bank.jp/login', ['mismatch']],
    ['https://phish.jp/', 'bank.jp', ['mismatch']],
    ['https://shop.jp/', 'Ver. 1.2', []],
    ['https://аpple.com/', 'x', ['look-alike']],
    ['https://xn--pple-43d.com/', 'x', ['look-alike']],
    ['https://xn--80ak6aa92e.com/', 'x', ['look-alike']],
    ['https://сосо.com/', 'x', ['look-alike']],
    ['http://192.0.2.1/', 'x', ['ip-host']],
    ['http://0xC0000201/', 'x', ['ip-host']],
    ['http://[2001:db8::1]/', 'x', ['ip-host']],
    ['https://bit.ly/abc', 'x', ['shortener']],
  ])('to %s that reads %s: %j', (href, shown, dangers) => {
    expect(dangersOf(link(href, shown))).toEqual(dangers);
  });

  it('in plain text counts too, each once, the worst first', () => {
    const text = '短い https://bit.ly/a と https://bit.ly/a 、悪い https://evil.jp/x です';
    expect(dangersOf(null, text)).toEqual(['blocked', 'shortener']);
  });
});

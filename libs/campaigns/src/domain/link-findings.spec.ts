import { describe, expect, it } from '@jest/globals';
import { linkFindings } from './link-findings.js';

const own = 'http://localhost/u/x';
const codes = (href: string): string =>
  linkFindings(`<p><a class="x" href=${href}>x</a></p>`, (url) => url === own)
    .map(({ code }) => code)
    .join();

describe('a link', () => {
  it.each([
    ['"https://shop.hikyaku.jp/a?b=1&amp;c=2"', ''],
    ["'mailto:info@hikyaku.jp'", ''],
    ['tel:0312345678', ''],
    [`"${own}"`, ''],
    ['"#top"', ''],
    ['"#"', 'link.bad'],
    ['""', 'link.bad'],
    ['"/about"', 'link.bad'],
    ['"htps://shop.hikyaku.jp/"', 'link.bad'],
    ['"javascript:alert(1)"', 'link.bad'],
    ['"https://"', 'link.bad'],
    ['"https://example.com/"', 'link.placeholder'],
    ['"http://localhost:3000/"', 'link.placeholder'],
  ])('to %s: %s', (href, expected) => {
    expect(codes(href)).toBe(expected);
  });
});

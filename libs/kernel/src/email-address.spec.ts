import { describe, expect, test } from '@jest/globals';
import fc from 'fast-check';
import { addressProblemTexts, type AddressProblem } from './address-problems.js';
import { emailAddress, parseEmailAddress } from './email-address.js';

const label63 = 'd'.repeat(63);
const local64 = 'l'.repeat(64);

describe('an address that can be sent to', () => {
  test.each([
    ['taro@example.jp', 'taro@example.jp', 'taro@example.jp'],
    ['  Taro.Yamada@Example.JP\t', 'Taro.Yamada@example.jp', 'taro.yamada@example.jp'],
    ['\u3000taro@example.jp\u3000', 'taro@example.jp', 'taro@example.jp'],
    ['ｔａｒｏ＠ｅｘａｍｐｌｅ．ｊｐ', 'taro@example.jp', 'taro@example.jp'],
    ['taro＋ｎｅｗｓ@example.jp', 'taro+news@example.jp', 'taro+news@example.jp'],
    [
      "!#$%&'*+/=?^_`{|}~-@example.jp",
      "!#$%&'*+/=?^_`{|}~-@example.jp",
      "!#$%&'*+/=?^_`{|}~-@example.jp",
    ],
    ['"taro"@example.jp', 'taro@example.jp', 'taro@example.jp'],
    ['taro@日本語.jp', 'taro@xn--wgv71a119e.jp', 'taro@xn--wgv71a119e.jp'],
    ['taro@XN--WGV71A119E.jp', 'taro@xn--wgv71a119e.jp', 'taro@xn--wgv71a119e.jp'],
    ['taro@例え。テスト', 'taro@xn--r8jz45g.xn--zckzah', 'taro@xn--r8jz45g.xn--zckzah'],
    ['taro@a-b.c1.example.museum', 'taro@a-b.c1.example.museum', 'taro@a-b.c1.example.museum'],
    ['taro@1.example.jp', 'taro@1.example.jp', 'taro@1.example.jp'],
    ['taro@shop.test', 'taro@shop.test', 'taro@shop.test'],
    [`${local64}@example.jp`, `${local64}@example.jp`, `${local64}@example.jp`],
    [`a@${label63}.jp`, `a@${label63}.jp`, `a@${label63}.jp`],
  ])('%s', (input, stored, key) => {
    const address = emailAddress(input);
    expect({ stored: address.toString(), key: address.key, smtp: address.forSmtp() }).toEqual({
      stored,
      key,
      smtp: stored,
    });
  });

  test.each([
    ['a..b@docomo.ne.jp', '"a..b"@docomo.ne.jp'],
    ['.a@ezweb.ne.jp', '".a"@ezweb.ne.jp'],
    ['A.@AU.COM', '"A."@au.com'],
    ['a...@xyz.biz.ezweb.ne.jp', '"a..."@xyz.biz.ezweb.ne.jp'],
    ['"a..b."@docomo.ne.jp', '"a..b."@docomo.ne.jp'],
    ['a.b@docomo.ne.jp', 'a.b@docomo.ne.jp'],
  ])('%s goes out as %s', (input, smtp) => {
    const address = emailAddress(input);
    expect(address.forSmtp()).toBe(smtp);
    expect(address.toString()).toBe(smtp.replaceAll('"', ''));
  });

  test('has at most 254 characters in all', () => {
    const ofLength = (n: number): string =>
      `${local64}@${label63}.${label63}.${'d'.repeat(n - 196)}.jp`;
    expect(emailAddress(ofLength(254)).toString()).toHaveLength(254);
    expect(parseEmailAddress(ofLength(255))).toEqual(problem('too-long'));
  });
});

describe('what is refused', () => {
  test.each<[string, AddressProblem]>([
    ['', 'empty'],
    [' \u3000\t', 'empty'],
    ['x'.repeat(1001), 'too-long'],
    ['taro@example.jp\r\nRCPT TO:<x@example.jp>', 'control-character'],
    ['taro@example.jp\n', 'control-character'],
    ['taro\0@example.jp', 'control-character'],
    ['taro\x1b@example.jp', 'control-character'],
    ['taro\x85@example.jp', 'control-character'],
    ['taro yamada@example.jp', 'has-space'],
    ['taro@exam ple.jp', 'has-space'],
    ['taro\t@example.jp', 'has-space'],
    ['taro\u2028@example.jp', 'has-space'],
    ['山田 <taro@example.jp>', 'has-name'],
    ['taro.example.jp', 'no-at'],
    ['taro@@example.jp', 'many-at'],
    ['taro@example.jp,hanako@example.jp', 'many-at'],
    ['taro%x@example.com@example.jp', 'many-at'],
    ['@example.jp', 'local-empty'],
    [`${local64}l@example.jp`, 'local-too-long'],
    [`${'a'.repeat(61)}..@docomo.ne.jp`, 'local-too-long'],
    ['太郎@example.jp', 'local-not-ascii'],
    ['tarо@example.jp', 'local-not-ascii'], // a Cyrillic о
    ['ta\u200bro@example.jp', 'local-not-ascii'],
    ['taro,@example.jp', 'local-bad-character'],
    ['mailto:taro@example.jp', 'local-bad-character'],
    ['ta"ro@example.jp', 'local-bad-character'],
    ['ta\\ro@example.jp', 'local-bad-character'],
    ['taro(work)@example.jp', 'local-bad-character'],
    ['a..b@example.jp', 'local-dots'],
    ['.a@example.jp', 'local-dots'],
    ['a.@softbank.ne.jp', 'local-dots'],
    ['a.@notdocomo.ne.jp', 'local-dots'],
    ['a.@docomo.ne.jp.example.jp', 'local-dots'],
    ['"a..b"@example.jp', 'local-quoted'],
    ['"taro yamada"@example.jp', 'local-quoted'],
    ['"x@docomo.ne.jp"@example.jp', 'local-quoted'],
    ['"a\\"b"@example.jp', 'local-quoted'],
    ['""@example.jp', 'local-quoted'],
    ['"taro@example.jp', 'local-quoted'],
    ['taro@', 'domain-empty'],
    ['taro@example..jp', 'domain-bad'],
    ['taro@.example.jp', 'domain-bad'],
    ['taro@example.jp.', 'domain-bad'],
    ['taro@-example.jp', 'domain-bad'],
    ['taro@example-.jp', 'domain-bad'],
    ['taro@exam_ple.jp', 'domain-bad'],
    ['taro@example.jp:25', 'domain-bad'],
    ['taro@example.jp/x', 'domain-bad'],
    ['taro@example.jp?x', 'domain-bad'],
    ['taro@example.jp#x', 'domain-bad'],
    ['taro@%65xample.jp', 'domain-bad'],
    ['taro@example.jp,', 'domain-bad'],
    ['taro@xn--a.jp', 'domain-bad'],
    ['taro@example.j', 'domain-bad'],
    [`taro@${label63}d.jp`, 'domain-bad'],
    ['taro@[192.0.2.1]', 'domain-literal'],
    ['taro@[IPv6:2001:db8::1]', 'domain-literal'],
    ['taro@192.0.2.1', 'domain-literal'],
    ['taro@0x7f.1', 'domain-literal'],
    ['taro@example', 'domain-not-public'],
    ['root@localhost', 'domain-not-public'],
    ['taro@printer.local', 'domain-not-public'],
    ['taro@nowhere.invalid', 'domain-not-public'],
  ])('%j: %s', (input, expected) => {
    expect(parseEmailAddress(input)).toEqual(problem(expected));
  });

  test('known-good input that is not good fails without telling the input', () => {
    expect(() => emailAddress('secret name@example.jp')).toThrow(
      new TypeError('not an e-mail address: has-space'),
    );
  });

  test.each(Object.entries(addressProblemTexts))('%s is told in both languages', (_, texts) => {
    expect(texts.ja).toMatch(/[ぁ-ん].*。$/);
    expect(texts.en).toMatch(/^[\x20-\x7e]+\.$/);
  });
});

describe('what others see of an address', () => {
  test.each([
    ['t@example.jp', 't***@example.jp'],
    ['taro.yamada@example.jp', 't***@example.jp'],
    ['..a@docomo.ne.jp', '.***@docomo.ne.jp'],
  ])('%s: %s', (input, masked) => {
    const address = emailAddress(input);
    expect(address.masked).toBe(masked);
    expect(JSON.stringify({ address })).toBe(JSON.stringify({ address: masked }));
  });
});

test('a carrier’s address is told from others (W4.1)', () => {
  const told = ['a..@DOCOMO.ne.jp', 'taro@example.jp'].map((text) => emailAddress(text).isCarrier);
  expect(told).toEqual([true, false]);
});

describe('for every text whatsoever', () => {
  const tricky = fc.string({
    unit: fc.constantFrom(
      ...'aZ0.-_+"@<>[]()\\,:;%/?# \t\r\n\0＠．。ａ日ß\u200b\u0301'.split(''),
      'docomo.ne.jp',
      '.jp',
    ),
    maxLength: 40,
  });
  const anything = fc.oneof(
    tricky,
    fc.string({ unit: 'binary' }),
    fc.emailAddress(),
    tricky.map((local) => `${local}@docomo.ne.jp`),
    tricky.map((domain) => `taro@${domain}.jp`),
  );

  test('reading either names a problem or gives one safe line that reads back the same', () => {
    fc.assert(
      fc.property(anything, (input) => {
        const reading = parseEmailAddress(input);
        if (!reading.ok) {
          expect(Object.keys(addressProblemTexts)).toContain(reading.problem);
          return;
        }
        const { address } = reading;
        expect(address.forSmtp()).toMatch(
          /^(?:[^\s"@<>\\]+|"[^\s"@<>\\]+")@(?:[a-z0-9-]{1,63}\.)+[a-z0-9-]{2,63}$/,
        );
        expect(address.forSmtp()).toMatch(/^[\x21-\x7e]{1,254}$/);
        expect(emailAddress(address.toString())).toEqual(address);
        expect(emailAddress(address.forSmtp())).toEqual(address);
        expect(emailAddress(address.key).key).toBe(address.key);
      }),
      { numRuns: 2_000 },
    );
  });

  test('letter case and width never make two persons of one', () => {
    const local = fc.string({
      unit: fc.constantFrom(...'abcXYZ019+-_'.split('')),
      minLength: 1,
      maxLength: 20,
    });
    fc.assert(
      fc.property(local, (name) => {
        const plain = `${name}@example.jp`;
        const wide = plain.replace(/[!-~]/g, (c) => String.fromCharCode(c.charCodeAt(0) + 0xfee0));
        const { key } = emailAddress(plain);
        for (const spelling of [plain.toUpperCase(), plain.toLowerCase(), wide])
          expect(emailAddress(spelling).key).toBe(key);
      }),
    );
  });
});

function problem(expected: AddressProblem): unknown {
  return { ok: false, problem: expected };
}

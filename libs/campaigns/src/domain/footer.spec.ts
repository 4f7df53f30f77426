import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import { Liquid } from 'liquidjs';
import { missingItems } from './display-items.js';
import { footerOf } from './footer.js';
import { visibleText } from './html/visible-text.js';

const unsubscribe = 'https://hikyaku.test/u/abc';
const links = { unsubscribe, preferences: 'https://hikyaku.test/preferences/abc' };
const liquid = new Liquid();
const escaping = new Liquid({ outputEscape: 'escape' });

const shown = (source: string, engine = liquid): string =>
  String(engine.parseAndRenderSync(source, { links }));

describe('footerOf', () => {
  it('writes the items the law wants, in the language of the newsletter', () => {
    const notice = {
      name: 'A&B商店',
      postalAddress: '東京都',
      contact: '03-0000-0000',
      responsibleParty: '山田',
    };
    expect(shown(footerOf(notice, 'ja').text)).toBe(
      `----------------------------------------
今後このメールが不要な方は、こちらから配信を停止できます。
${links.unsubscribe}

登録内容の確認・変更：
${links.preferences}

発行者：A&B商店
送信責任者：山田
所在地：東京都
お問い合わせ：03-0000-0000
`,
    );
    expect(shown(footerOf({ ...notice, responsibleParty: null }, 'en').text)).toContain(
      'Sender: A&B商店\nAddress: 東京都\nContact: 03-0000-0000\n',
    );
  });

  it('leaves no URL of the profile to be tracked', () => {
    const notice = {
      name: 'x',
      postalAddress: 'y',
      contact: 'https://x.test/',
      responsibleParty: null,
    };
    expect(JSON.stringify(footerOf(notice, 'ja'))).not.toContain('https://');
    expect(shown(footerOf(notice, 'ja').text)).toContain('お問い合わせ：https://x.test/\n');
  });

  it('passes the check whatever the profile holds, and runs none of it as a template', () => {
    const value = fc
      .oneof(
        fc.string({ minLength: 1, maxLength: 40, unit: 'grapheme' }),
        fc
          .array(
            fc.constantFrom(
              '{',
              '}',
              'https://x.test/',
              '{{',
              '{%',
              '%}',
              'x',
              "'",
              '<b>',
              '&',
              '|',
              '-',
            ),
            {
              minLength: 1,
              maxLength: 12,
            },
          )
          .map((parts) => parts.join('')),
      )
      .filter((text) => text.trim() !== '');
    const notice = fc.record({
      name: value,
      postalAddress: value,
      contact: value,
      responsibleParty: fc.option(value),
    });
    fc.assert(
      fc.property(notice, fc.constantFrom('ja' as const, 'en' as const), (legal, locale) => {
        const footer = footerOf(legal, locale);
        const wanted = { ...legal, unsubscribeUrl: unsubscribe };
        expect(missingItems(shown(footer.text), wanted)).toEqual([]);
        expect(missingItems(visibleText(shown(footer.html, escaping)), wanted)).toEqual([]);
      }),
      { numRuns: 500 },
    );
  });
});

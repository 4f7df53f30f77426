import { describe, expect, it } from '@jest/globals';
import type { Draft } from './campaign.js';
import { blankDraft } from './blank-draft.js';
import { checkCampaign } from './check-campaign.js';
import type { Subject } from './check-campaign.js';
import { problem } from './finding.js';

const unsubscribeUrl = 'https://hikyaku.test/u/abc';

const legal = {
  name: 'テスト商店株式会社',
  postalAddress: '〒100-0001 東京都千代田区千代田1-1',
  contact: 'info@example.jp',
  responsibleParty: null,
};

const footer = `今後不要な方は配信を停止できます。
${unsubscribeUrl}
テスト商店株式会社
〒１００-０００１ 東京都千代田区
千代田1-1
info@example.jp`;

const htmlFooter = `<p>配信停止は<a href="${unsubscribeUrl}">こちら</a></p>
<p>テスト商店株式会社<br>〒100-0001 東京都千代田区千代田1-1<br>info@example.jp</p>`;

const draft: Draft = {
  ...blankDraft,
  subject: '春のお知らせ',
  preheader: '新しい品',
  text: 'こんにちは',
  html: '<p>こんにちは</p>',
};

const sender = { senderName: 'テスト商店', fromAddress: 'news@example.jp', legal };

/** A campaign with nothing wrong, and what a case changes of it. */
const codes = ({
  draft: d = {},
  text = footer,
  html = htmlFooter,
  ...rest
}: Partial<Omit<Subject, 'draft'>> & {
  draft?: Partial<Draft>;
  text?: string;
  html?: string | null;
}): string[] =>
  checkCampaign({
    draft: { ...draft, ...d },
    sender,
    authentication: 'verified',
    templateFindings: [],
    rendered: { text, html },
    unsubscribeUrl,
    recipients: 1,
    contractActive: true,
    frozen: false,
    sourceProblems: [],
    lastTwinAt: undefined,
    plannedAt: undefined,
    dangers: [],
    isOwnLink: (url) => url === unsubscribeUrl,
    ...rest,
  }).map(({ severity, field, code }) => `${severity} ${field} ${code}`);

const far = '、'.repeat(200);

describe('check before sending', () => {
  it.each<[string, Parameters<typeof codes>[0], string[]]>([
    ['nothing wrong', {}, []],
    ['no HTML part', { html: null }, []],
    ['no preview text', { draft: { preheader: '' } }, ['warning preheader preheader.missing']],
    ['nobody there', { recipients: 0 }, ['error target target.empty']],
    ['a sender of the platform', { authentication: 'platform' }, []],
    [
      'a domain that is not verified',
      { authentication: 'unverified' },
      ['error sender sender.domain-unverified'],
    ],
    [
      'another domain than those declared',
      { authentication: 'undeclared' },
      ['error sender sender.domain-undeclared'],
    ],
    ['no domain declared', { authentication: 'none' }, ['warning sender sender.domain-not-signed']],
    ['no contract', { contractActive: false }, ['error contract contract.inactive']],
    [
      'no sender profile',
      { sender: { ...sender, legal: null } },
      ['error sender sender.incomplete'],
    ],
    [
      'a template that cannot be rendered',
      { templateFindings: [problem('text.unknown-field', 'text', 'x', 'x')], rendered: null },
      ['error text text.unknown-field'],
    ],
    [
      'text without any display item',
      { text: 'こんにちは' },
      [
        'error text display.sender-name-missing',
        'error text display.postal-address-missing',
        'error text display.contact-missing',
        'error text display.unsubscribe-link-missing',
      ],
    ],
    [
      'a responsible party that is not named',
      {
        sender: { ...sender, legal: { ...legal, responsibleParty: '山田商会' } },
        text: `${footer}\n山田商会`,
      },
      ['error html display.responsible-party-missing'],
    ],
    [
      'a link without a word on what it does',
      {
        text: `テスト商店株式会社〒100-0001 東京都千代田区千代田1-1 info@example.jp ${unsubscribeUrl}`,
      },
      ['error text display.unsubscribe-statement-missing'],
    ],
    [
      'a statement far from the link',
      { text: footer.replace('できます。', `できます。${far}`) },
      ['error text display.unsubscribe-statement-missing'],
    ],
    [
      'a statement after the link, in English',
      { text: footer.replace(/^.*\n/, '').replace('abc', 'abc (unsubscribe)') },
      [],
    ],
    [
      'display items nobody can see',
      { html: `<div style="color:#fff">${htmlFooter}</div>` },
      [
        'error html display.sender-name-missing',
        'error html display.postal-address-missing',
        'error html display.contact-missing',
        'error html display.unsubscribe-link-missing',
      ],
    ],
    ['100 KB', { html: htmlFooter + 'x'.repeat(102_400) }, ['warning html html.large']],
    ['1 MB', { html: htmlFooter + 'あ'.repeat(349_500) }, ['error html html.too-large']],
  ])('%s', (_, change, expected) => {
    expect(codes(change)).toEqual(expected);
  });

  it('says what is missing in both languages', () => {
    const [finding] = checkCampaign({
      draft,
      sender,
      authentication: 'verified',
      templateFindings: [],
      rendered: { text: footer.replace('info@example.jp', ''), html: null },
      unsubscribeUrl,
      recipients: 1,
      contractActive: true,
      frozen: false,
      sourceProblems: [],
      lastTwinAt: undefined,
      plannedAt: undefined,
      dangers: [],
      isOwnLink: () => true,
    });
    expect(finding?.messages).toEqual({
      ja: 'テキスト本文に、苦情や問合せを受け付ける連絡先が読める形で表示されていません。',
      en: 'In the text part, the contact for complaints and questions is missing or cannot be read.',
    });
  });
});

import { problem } from './finding.js';
import type { Finding } from './finding.js';

/** What the mail act wants every advertising mail to show, as this campaign's sender fills it. */
export interface DisplayItems {
  readonly name: string;
  /** Who else answers for the mail, when the tenant names somebody. */
  readonly responsibleParty: string | null;
  readonly postalAddress: string;
  /** Phone number, mail address or URL for complaints and questions. */
  readonly contact: string;
  /** The link as the preview shows it. */
  readonly unsubscribeUrl: string;
}

type Item = keyof DisplayItems | 'statement';

/** How far from the link the sentence that one can refuse may stand, in characters without blanks. */
const nearby = 120;

const statement =
  /(配信|購読|登録|受信|メール).{0,12}(停止|解除|中止|拒否|辞め|やめ|止め|不要)|退会|unsubscribe|optout|stopreceiving/i;

/**
 * The items that a reader cannot find in a part. The statement that one can refuse must stand directly before or
 * after the link to do so.
 */
export const missingItems = (part: string, wanted: DisplayItems): Item[] => {
  const text = plain(part);
  const present = (value: string | null): boolean => value === null || text.includes(plain(value));
  const missing: Item[] = (
    ['name', 'responsibleParty', 'postalAddress', 'contact', 'unsubscribeUrl'] as const
  ).filter((item) => !present(wanted[item]));
  const link = plain(wanted.unsubscribeUrl);
  const near = (at: number): string =>
    text.slice(Math.max(0, at - nearby), at) +
    '\n' +
    text.slice(at).replace(link, '').slice(0, nearby);
  const stated = positions(text, link).some((at) => statement.test(near(at)));
  return stated || missing.includes('unsubscribeUrl') ? missing : [...missing, 'statement'];
};

/** Blanks, line breaks and full-width twins do not count: 〒１００ is 〒100. */
const plain = (text: string): string => text.normalize('NFKC').replace(/\s+/g, '');

const positions = (text: string, part: string): number[] => {
  const found: number[] = [];
  for (let at = text.indexOf(part); at >= 0 && found.length < 50; at = text.indexOf(part, at + 1))
    found.push(at);
  return found;
};

const words: Record<Item, { code: string; ja: string; en: string }> = {
  name: {
    code: 'display.sender-name',
    ja: '送信者の氏名または名称',
    en: 'the name of the sender',
  },
  responsibleParty: {
    code: 'display.responsible-party',
    ja: '送信に責任を有する者の氏名または名称',
    en: 'the name of the party responsible for the mail',
  },
  postalAddress: {
    code: 'display.postal-address',
    ja: '送信者の住所',
    en: 'the postal address of the sender',
  },
  contact: {
    code: 'display.contact',
    ja: '苦情や問合せを受け付ける連絡先',
    en: 'the contact for complaints and questions',
  },
  unsubscribeUrl: {
    code: 'display.unsubscribe-link',
    ja: '配信停止のリンク {{ links.unsubscribe }}',
    en: 'the link to unsubscribe {{ links.unsubscribe }}',
  },
  statement: {
    code: 'display.unsubscribe-statement',
    ja: '配信停止ができる旨の説明 (リンクのすぐ前か後ろ)',
    en: 'the statement that one can unsubscribe, directly before or after the link',
  },
};

const partNames = {
  text: { ja: 'テキスト本文', en: 'the text part' },
  html: { ja: 'HTML本文', en: 'the HTML part' },
} as const;

/** @clause W9.6 */
export const displayFindings = (
  part: 'text' | 'html',
  visible: string,
  wanted: DisplayItems,
): Finding[] =>
  missingItems(visible, wanted).map((item) => {
    const { code, ja, en } = words[item];
    return problem(
      `${code}-missing`,
      part,
      `${partNames[part].ja}に、${ja}が読める形で表示されていません。`,
      `In ${partNames[part].en}, ${en} is missing or cannot be read.`,
    );
  });

import type { Locale } from '#lib/kernel';

/** The part of a sender profile that the mail act wants shown. */
export interface LegalNotice {
  readonly name: string;
  readonly postalAddress: string;
  readonly contact: string;
  readonly responsibleParty: string | null;
}

export interface Footer {
  readonly text: string;
  readonly html: string;
}

const words = {
  ja: {
    name: '発行者',
    responsibleParty: '送信責任者',
    postalAddress: '所在地',
    contact: 'お問い合わせ',
    statement: '今後このメールが不要な方は、こちらから配信を停止できます。',
    preferences: '登録内容の確認・変更',
    unsubscribe: '配信を停止する',
    colon: '：',
  },
  en: {
    name: 'Sender',
    responsibleParty: 'Responsible party',
    postalAddress: 'Address',
    contact: 'Contact',
    statement: 'If you do not want this mail any more, you can unsubscribe here.',
    preferences: 'See or change what you registered',
    unsubscribe: 'Unsubscribe',
    colon: ': ',
  },
} as const;

/**
 * The footer with the five display items of the mail act, as Liquid sources. What the tenant typed into its profile
 * is shown as it is, never run as a template.
 */
export const footerOf = (notice: LegalNotice, locale: Locale): Footer => {
  const { statement, unsubscribe, preferences, colon, ...labels } = words[locale];
  const lines = (['name', 'responsibleParty', 'postalAddress', 'contact'] as const).flatMap(
    (item) => {
      const value = notice[item];
      return value === null ? [] : [`${labels[item]}${colon}${literal(value)}`];
    },
  );
  return {
    text: [
      '----------------------------------------',
      statement,
      '{{ links.unsubscribe }}',
      '',
      `${preferences}${colon}`,
      '{{ links.preferences }}',
      '',
      ...lines,
      '',
    ].join('\n'),
    html: `<div style="margin:32px 0 0;padding:16px 0 0;border-top:1px solid #999999;font-size:13px;line-height:1.7;color:#444444;background-color:#ffffff">
<p style="margin:0 0 8px">${statement}<br><a href="{{ links.unsubscribe }}" style="color:#1a4f8b">${unsubscribe}</a></p>
<p style="margin:0 0 8px"><a href="{{ links.preferences }}" style="color:#1a4f8b">${preferences}</a></p>
<p style="margin:0">${lines.map(escapeHtml).join('<br>')}</p>
</div>`,
  };
};

/** Written by Liquid itself: braces that would begin a tag, and what would make a URL a tracked link. */
const literal = (text: string): string =>
  text.replace(/\{(?=[{%])|:(?=\/\/)/g, (sign) => `{{ '${sign}' }}`);

const entities: Readonly<Record<string, string>> = { '&': '&amp;', '<': '&lt;', '>': '&gt;' };

const escapeHtml = (text: string): string =>
  text.replace(/[&<>]/g, (letter) => entities[letter] ?? letter).replaceAll('\n', '<br>');

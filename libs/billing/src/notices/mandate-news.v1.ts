import type { PlainDate, Texts } from '#lib/kernel';
import { lines } from '#lib/notices';
import type { NoticeTemplate } from '#lib/notices';
import { dayText, titled } from '../documents/document-words.js';
import type { Issuer, Recipient } from '../store/invoice.row.js';
import { signature } from './owed.js';

/** What has become of a mandate. */
export type MandateNews =
  | { readonly kind: 'active'; readonly since: PlainDate }
  | { readonly kind: 'returned'; readonly reason: Texts }
  | { readonly kind: 'stopped' };

interface Values {
  readonly payer: Pick<Recipient, 'name' | 'kind'>;
  /** Undefined until the provider has said who issues its invoices. */
  readonly issuer: Issuer | undefined;
  readonly news: MandateNews;
}

/** What the bank says to the form of a mandate, and that a mandate has ended. @clause W6.1 */
export const mandateNewsV1: NoticeTemplate<Values> = {
  kind: 'billing.mandate-news',
  version: 1,
  texts: {
    ja: ({ payer, issuer, news }) => ({
      subject: {
        active: '口座振替のお手続きが完了しました',
        returned: '口座振替依頼書を再度ご提出ください',
        stopped: '口座振替を停止しました',
      }[news.kind],
      text: lines(titled(payer), '', ...inJapanese(news), ...signed(issuer)),
    }),
    en: ({ payer, issuer, news }) => ({
      subject: {
        active: 'Your direct debit mandate is in force',
        returned: 'Please send us your direct debit mandate again',
        stopped: 'Your direct debit mandate has ended',
      }[news.kind],
      text: lines(`Dear ${payer.name},`, '', ...inEnglish(news), ...signed(issuer)),
    }),
  },
};

const inJapanese = (news: MandateNews): readonly string[] => {
  switch (news.kind) {
    case 'active':
      return [
        `口座振替のお手続きが完了しました。${dayText(news.since, 'ja')}以降に金融機関へ依頼するご請求から、ご登録の口座より振り替えます。`,
        'それまでのご請求は、請求書に記載の方法でお支払いください。',
      ];
    case 'returned':
      return [
        `ご提出いただいた口座振替依頼書が、金融機関から返却されました（理由: ${news.reason.ja}）。`,
        'お手数ですが、もう一度ご記入のうえご提出ください。お手続きが完了するまでは、銀行振込でお支払いください。',
      ];
    case 'stopped':
      return [
        '口座振替を停止しました。今後のご請求は、銀行振込でお支払いください。',
        '口座振替を再開される場合は、口座振替依頼書をもう一度ご提出ください。',
      ];
  }
};

const inEnglish = (news: MandateNews): readonly string[] => {
  switch (news.kind) {
    case 'active':
      return [
        `your direct debit mandate is in force. What we ask your bank for from ${dayText(news.since, 'en')} on is debited from your account.`,
        'Until then please pay as the invoice says.',
      ];
    case 'returned':
      return [
        `your bank has sent your direct debit mandate back (${news.reason.en}).`,
        'Please fill in the form once more and send it to us. Until it is in force, please pay by bank transfer.',
      ];
    case 'stopped':
      return [
        'your direct debit mandate has ended. Please pay by bank transfer from now on.',
        'To be debited again, please send us the form of a mandate once more.',
      ];
  }
};

const signed = (issuer: Issuer | undefined): readonly string[] =>
  issuer ? ['', signature(issuer)] : [];

import { formatYen } from '#lib/kernel';
import type { Yen } from '#lib/kernel';
import { lines } from '#lib/notices';
import type { NoticeTemplate } from '#lib/notices';
import { titled } from '../documents/document-words.js';
import type { Invoice } from '../store/invoice.row.js';
import { signature } from './owed.js';

interface Credit {
  readonly invoice: Pick<Invoice, 'number' | 'recipient' | 'issuer'>;
  readonly number: string;
  /** With tax. */
  readonly total: Yen;
}

/** Something of a paid invoice goes back. @clause W15.3 */
export const creditNoteIssuedV2: NoticeTemplate<Credit> = {
  kind: 'billing.credit-note-issued',
  version: 2,
  texts: {
    ja: ({ invoice, number, total }) => ({
      subject: `【${invoice.issuer.name}】返還請求書（${number}）発行のお知らせ`,
      text: lines(
        titled(invoice.recipient),
        '',
        `請求書 ${invoice.number} について、${formatYen(total, 'ja')}（税込）を返還いたします。詳細は添付の返還請求書をご確認ください。`,
        '返還額は次回以降のご請求に充当します。',
        '',
        signature(invoice.issuer),
      ),
    }),
    en: ({ invoice, number, total }) => ({
      subject: `[${invoice.issuer.name}] Credit note ${number}`,
      text: lines(
        `Dear ${invoice.recipient.name},`,
        '',
        `We give back ${formatYen(total, 'en')}, tax included, of invoice ${invoice.number}; the credit note is attached.`,
        'The amount is set off against your next invoices.',
        '',
        signature(invoice.issuer),
      ),
    }),
  },
};

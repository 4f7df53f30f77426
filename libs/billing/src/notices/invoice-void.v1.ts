import { formatYen } from '#lib/kernel';
import { lines } from '#lib/notices';
import type { NoticeTemplate } from '#lib/notices';
import { titled } from '../documents/document-words.js';
import type { Invoice } from '../store/invoice.row.js';
import { signature } from './owed.js';

type Values = Pick<Invoice, 'number' | 'total' | 'recipient' | 'issuer' | 'reason'>;

/** An invoice that was issued is not owed after all. @clause W15.2 */
export const invoiceVoidV1: NoticeTemplate<Values> = {
  kind: 'billing.invoice-void',
  version: 1,
  texts: {
    ja: ({ number, total, recipient, issuer, reason }) => ({
      subject: `【${issuer.name}】請求書（${number}）取り消しのお知らせ`,
      text: lines(
        titled(recipient),
        '',
        `請求書 ${number}（${formatYen(total, 'ja')}・税込）を取り消しました。この請求書によるお支払いは不要です。`,
        '行き違いでお支払いいただいた場合は、お預かりして次回以降のご請求に充当します。',
        ...(reason === null ? [] : ['', `理由: ${reason}`]),
        '',
        signature(issuer),
      ),
    }),
    en: ({ number, total, recipient, issuer, reason }) => ({
      subject: `[${issuer.name}] Invoice ${number} is void`,
      text: lines(
        `Dear ${recipient.name},`,
        '',
        `Invoice ${number} (${formatYen(total, 'en')}, tax included) is void; please do not pay it.`,
        'If your payment has crossed this notice, we keep it for your next invoices.',
        ...(reason === null ? [] : ['', `Reason: ${reason}`]),
        '',
        signature(issuer),
      ),
    }),
  },
};

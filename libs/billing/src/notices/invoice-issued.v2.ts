import { formatYen } from '#lib/kernel';
import { lines } from '#lib/notices';
import type { NoticeTemplate } from '#lib/notices';
import { dayText, payableTo, titled } from '../documents/document-words.js';
import type { NewInvoice } from '../store/invoice.row.js';
import { signature } from './owed.js';

/** An invoice is there; its document goes with it. @clause W22.2, W22.3 */
export const invoiceIssuedV2: NoticeTemplate<NewInvoice> = {
  kind: 'billing.invoice-issued',
  version: 2,
  texts: {
    ja: ({ number, total, dueDate, payBy, recipient, issuer, corrects }) => ({
      subject: `【${issuer.name}】${corrects ? '訂正した' : ''}請求書（${number}）発行のお知らせ`,
      text: lines(
        titled(recipient),
        '',
        ...(corrects
          ? [
              `請求書 ${corrects.number} に誤りがありましたので取り消し、訂正した請求書を発行しました。元の請求書によるお支払いは不要です。`,
            ]
          : []),
        '請求書を発行しました。添付のとおりご請求申し上げます。管理画面の「請求」からもダウンロードいただけます。',
        '',
        `請求書番号: ${number}`,
        `ご請求金額: ${formatYen(total, 'ja')}（税込）`,
        ...(payBy === 'direct-debit'
          ? [`振替日: ${dayText(dueDate, 'ja')}（ご登録の口座から振り替えます）`]
          : [`お支払期限: ${dayText(dueDate, 'ja')}`, `お振込先: ${payableTo(issuer, 'ja')}`]),
        '',
        signature(issuer),
      ),
    }),
    en: ({ number, total, dueDate, payBy, recipient, issuer, corrects }) => ({
      subject: `[${issuer.name}] ${corrects ? 'Corrected invoice' : 'Invoice'} ${number}`,
      text: lines(
        `Dear ${recipient.name},`,
        '',
        ...(corrects
          ? [
              `Invoice ${corrects.number} was wrong and is void; please do not pay it. This one takes its place.`,
            ]
          : []),
        'An invoice has been issued; it is attached. You find it, and a translation, in the console under Billing.',
        '',
        `Invoice number: ${number}`,
        `Amount: ${formatYen(total, 'en')}, tax included`,
        ...(payBy === 'direct-debit'
          ? [`Debited from your account on ${dayText(dueDate, 'en')}`]
          : [`Due by transfer: ${dayText(dueDate, 'en')}`, `Account: ${payableTo(issuer, 'en')}`]),
        '',
        signature(issuer),
      ),
    }),
  },
};

import { lines } from '#lib/notices';
import type { NoticeTemplate } from '#lib/notices';
import { titled } from '../documents/document-words.js';
import { owedLines, signature } from './owed.js';
import type { OwedInvoice } from './owed.js';

/** The day after the due date: it may have been forgotten. @clause W13.2 */
export const paymentReminderV2: NoticeTemplate<OwedInvoice> = {
  kind: 'billing.payment-reminder',
  version: 2,
  texts: {
    ja: (v) => ({
      subject: `お支払いのご確認のお願い（${v.number}）`,
      text: lines(
        titled(v.payer),
        '',
        '次のご請求について、お支払期限を過ぎましたが、お支払いを確認できていません。',
        'お手数ですが、ご確認のうえお支払いください。行き違いの場合はご容赦ください。',
        '',
        ...owedLines(v, 'ja'),
        '',
        signature(v.issuer),
      ),
    }),
    en: (v) => ({
      subject: `Payment reminder (${v.number})`,
      text: lines(
        `Dear ${v.payer.name},`,
        '',
        'the invoice below is past its due date and we have not seen a payment yet.',
        'Please pay it. If your payment has crossed this notice, please disregard it.',
        '',
        ...owedLines(v, 'en'),
        '',
        signature(v.issuer),
      ),
    }),
  },
};

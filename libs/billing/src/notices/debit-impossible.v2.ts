import { lines } from '#lib/notices';
import type { NoticeTemplate } from '#lib/notices';
import { titled } from '../documents/document-words.js';
import { owedLines, signature } from './owed.js';
import type { OwedInvoice } from './owed.js';

/** No mandate is active in time: the invoice is paid by transfer, by the same day. @clause W6.1 */
export const debitImpossibleV2: NoticeTemplate<OwedInvoice> = {
  kind: 'billing.debit-impossible',
  version: 2,
  texts: {
    ja: (v) => ({
      subject: '口座振替ができないため、お振込をお願いします',
      text: lines(
        titled(v.payer),
        '',
        '口座振替の手続きが完了していないため、次のご請求は振替ができません。',
        'お手数ですが、支払期限までに銀行振込でお支払いください。支払期限は変わりません。',
        '',
        ...owedLines(v, 'ja'),
        '',
        signature(v.issuer),
      ),
    }),
    en: (v) => ({
      subject: 'Please pay by transfer: your account cannot be debited',
      text: lines(
        `Dear ${v.payer.name},`,
        '',
        'no direct debit mandate is in force for the invoice below, so it cannot be debited.',
        'Please pay it by bank transfer. The due date stays the same.',
        '',
        ...owedLines(v, 'en'),
        '',
        signature(v.issuer),
      ),
    }),
  },
};

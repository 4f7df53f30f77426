import type { Texts } from '#lib/kernel';
import { lines } from '#lib/notices';
import type { NoticeTemplate } from '#lib/notices';
import { titled } from '../documents/document-words.js';
import { owedLines, signature } from './owed.js';
import type { OwedInvoice } from './owed.js';

interface Values extends OwedInvoice {
  /** As the bank says. */
  readonly reason: Texts;
}

/** The bank could not debit the account: the invoice is paid by transfer. @clause W6.1 */
export const debitFailedV2: NoticeTemplate<Values> = {
  kind: 'billing.debit-failed',
  version: 2,
  texts: {
    ja: (v) => ({
      subject: '口座振替ができませんでした',
      text: lines(
        titled(v.payer),
        '',
        `次のご請求の口座振替ができませんでした（金融機関からの結果: ${v.reason.ja}）。`,
        'お手数ですが、銀行振込でお支払いください。',
        '',
        ...owedLines(v, 'ja'),
        '',
        signature(v.issuer),
      ),
    }),
    en: (v) => ({
      subject: 'Your account could not be debited',
      text: lines(
        `Dear ${v.payer.name},`,
        '',
        `the invoice below could not be debited (the bank says: ${v.reason.en}).`,
        'Please pay it by bank transfer.',
        '',
        ...owedLines(v, 'en'),
        '',
        signature(v.issuer),
      ),
    }),
  },
};

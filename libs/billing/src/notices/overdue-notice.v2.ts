import { lines } from '#lib/notices';
import type { NoticeTemplate } from '#lib/notices';
import { titled } from '../documents/document-words.js';
import { owedLines, signature } from './owed.js';
import type { OwedInvoice } from './owed.js';

/** A week later, and firmer: service may be suspended. @clause W13.2, W14.1 */
export const overdueNoticeV2: NoticeTemplate<OwedInvoice> = {
  kind: 'billing.overdue-notice',
  version: 2,
  texts: {
    ja: (v) => ({
      subject: `【重要】未払い料金のお支払いについて（${v.number}）`,
      text: lines(
        titled(v.payer),
        '',
        '先日お知らせしたご請求について、いまだお支払いを確認できていません。',
        'お支払いがない場合、利用規約第13条第2項に基づきサービスの提供を停止することがあります。',
        '停止中は配信と登録フォームの受付ができません（読者の配信停止の手続きは受け付けます）。',
        '',
        ...owedLines(v, 'ja'),
        '',
        signature(v.issuer),
      ),
    }),
    en: (v) => ({
      subject: `Important: unpaid invoice ${v.number}`,
      text: lines(
        `Dear ${v.payer.name},`,
        '',
        'we have still not seen a payment for the invoice that we reminded you of.',
        'Without a payment the service may be suspended under article 13.2 of the terms of use:',
        'nothing is sent and sign-up forms are closed, while subscribers can still unsubscribe.',
        '',
        ...owedLines(v, 'en'),
        '',
        signature(v.issuer),
      ),
    }),
  },
};

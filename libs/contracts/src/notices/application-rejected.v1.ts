import { lines } from '#lib/notices';
import type { NoticeTemplate } from '#lib/notices';

interface Values {
  readonly reference: string;
  readonly reason: string;
}

/** @clause W4.3 */
export const applicationRejectedV1: NoticeTemplate<Values> = {
  kind: 'contracts.application-rejected',
  version: 1,
  texts: {
    ja: ({ reference, reason }) => ({
      subject: 'お申込みについて',
      text: lines(
        `お申込み (受付番号 ${reference}) は、次の理由によりお受けできませんでした。`,
        reason,
        '',
        'お支払い済みの初回料金がある場合は、返金の手続きをご案内します。',
      ),
    }),
    en: ({ reference, reason }) => ({
      subject: 'About your application',
      text: lines(
        `We cannot accept your application (reference ${reference}), for this reason:`,
        reason,
        '',
        'If you have paid the initial charge, we will write to you about its repayment.',
      ),
    }),
  },
};

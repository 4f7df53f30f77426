import { lines } from '#lib/notices';
import type { NoticeTemplate } from '#lib/notices';

/** @decision D-21 */
export const applicationWithdrawnV1: NoticeTemplate<{ readonly reference: string }> = {
  kind: 'contracts.application-withdrawn',
  version: 1,
  texts: {
    ja: ({ reference }) => ({
      subject: 'お申込みの取り下げについて',
      text: lines(
        `お申込み (受付番号 ${reference}) の取り下げを承りました。`,
        'お支払い済みの初回料金は、別に定めがある場合を除き返金いたしません (利用規約第4条7項)。お支払い前の請求書は無効になります。',
      ),
    }),
    en: ({ reference }) => ({
      subject: 'Your application is withdrawn',
      text: lines(
        `Your application (reference ${reference}) is withdrawn.`,
        'An initial charge that has been paid is not given back unless agreed otherwise (terms W4.7); an invoice that has not been paid is void.',
      ),
    }),
  },
};

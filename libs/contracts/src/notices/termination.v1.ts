import { lines } from '#lib/notices';
import type { NoticeTemplate } from '#lib/notices';

/** @clause W14.1, W14.3 */
export const terminationV1: NoticeTemplate<{ readonly reason: string }> = {
  kind: 'contracts.termination',
  version: 1,
  texts: {
    ja: ({ reason }) => ({
      subject: '契約解除のお知らせ',
      text: lines(
        '利用規約第14条に基づき、契約を解除しました。',
        `理由: ${reason}`,
        '',
        '未払いの料金は、ただちに弁済期が到来します。最終のご請求は別途お知らせします。',
        '登録されたデータは消去され、復旧できません。',
      ),
    }),
    en: ({ reason }) => ({
      subject: 'Your contract has been terminated',
      text: lines(
        'We have terminated your contract under W14 of the terms.',
        `Reason: ${reason}`,
        '',
        'All charges not paid yet are due at once; the final invoice follows.',
        'Your data are erased and cannot be restored.',
      ),
    }),
  },
};

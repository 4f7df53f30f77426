import { lines } from '#lib/notices';
import type { NoticeTemplate } from '#lib/notices';

/** The end that was fixed no longer is: the contract goes on. @decision D-20 */
export const endReleasedV1: NoticeTemplate<null> = {
  kind: 'contracts.end-released',
  version: 1,
  texts: {
    ja: () => ({
      subject: '契約終了の取消しのお知らせ',
      text: lines(
        'お知らせしていた契約の終了は取り消されました。契約はこれまでどおり続き、更新されます。',
        '終了を希望される場合は、あらためて通知してください。',
      ),
    }),
    en: () => ({
      subject: 'Your contract goes on',
      text: lines(
        'The end of your contract that we told you of is off: the contract goes on and is renewed as before.',
        'Should you want it to end, please give notice anew.',
      ),
    }),
  },
};

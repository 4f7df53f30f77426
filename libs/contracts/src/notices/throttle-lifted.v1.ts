import { lines } from '#lib/notices';
import type { NoticeTemplate } from '#lib/notices';

/** @clause W18 */
export const throttleLiftedV1: NoticeTemplate<null> = {
  kind: 'contracts.throttle-lifted',
  version: 1,
  texts: {
    ja: () => ({
      subject: '通信利用の制限の解除について',
      text: lines('配信の制限を解除しました。'),
    }),
    en: () => ({
      subject: 'Your sending rate is no longer limited',
      text: lines('We have lifted the limit on your mailings.'),
    }),
  },
};

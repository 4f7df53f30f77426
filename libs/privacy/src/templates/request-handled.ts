import { lines } from '#lib/notices';
import type { NoticeTemplate } from '#lib/notices';

/** All that a tenant learns of a reader's request: that there was one. @clause §2.5, W17.4 */
export const requestHandled: NoticeTemplate<Record<string, never>> = {
  kind: 'privacy.request-handled',
  version: 1,
  texts: {
    ja: () => ({
      subject: '個人情報に関するご請求を1件処理しました',
      text: lines('貴社のメールマガジンの読者からの、個人情報に関するご請求を1件処理しました。'),
    }),
    en: () => ({
      subject: 'One request about personal data was handled',
      text: lines('We have handled 1 request about personal data of a reader of your newsletters.'),
    }),
  },
};

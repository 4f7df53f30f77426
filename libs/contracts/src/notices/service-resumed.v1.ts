import { lines } from '#lib/notices';
import type { NoticeTemplate } from '#lib/notices';

/** @clause W13.2 */
export const serviceResumedV1: NoticeTemplate<null> = {
  kind: 'contracts.service-resumed',
  version: 1,
  texts: {
    ja: () => ({
      subject: 'サービス再開のお知らせ',
      text: lines(
        'サービスの提供を再開しました。登録フォームは再び開いています。',
        '停止中に予約の時刻が来た配信は、24時間以内のものは送られ、それより前のものは送られません。途中で止まった配信は、管理画面から再開してください。',
      ),
    }),
    en: () => ({
      subject: 'Your service has resumed',
      text: lines(
        'Your service has resumed, and your sign-up forms are open again.',
        'Mailings whose time came while it was suspended leave now unless they are more than 24 hours late. Those that stopped half-way can be resumed in the console.',
      ),
    }),
  },
};

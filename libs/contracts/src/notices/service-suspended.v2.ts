import { formatDay } from '#lib/kernel';
import type { PlainDate } from '#lib/kernel';
import { lines } from '#lib/notices';
import type { NoticeTemplate } from '#lib/notices';

interface Values {
  readonly reason: string;
  /** The last day on which the tenant can still pay and ask. */
  readonly resumableUntil: PlainDate | null;
}

/** @clause W13.2, W13.3 */
export const serviceSuspendedV2: NoticeTemplate<Values> = {
  kind: 'contracts.service-suspended',
  version: 2,
  texts: {
    ja: ({ reason, resumableUntil }) => ({
      subject: 'サービス停止のお知らせ',
      text: lines(
        '利用規約第13条2項に基づき、サービスの提供を停止しました。',
        `理由: ${reason}`,
        '',
        '停止中は配信されず、登録フォームは閉じます。予約された配信は送られずに待ち、配信停止の手続きは引き続きお受けします。',
        '停止中も契約と最低利用期間は続き、発生した料金はお支払いいただきます。',
        ...(resumableUntil
          ? [
              `${formatDay(resumableUntil, 'ja')}までに未払いの料金をすべてお支払いのうえ、管理画面から再開を申請してください。この日を過ぎると再開できません。`,
            ]
          : ['未払いの料金をすべてお支払いのうえ、管理画面から再開を申請してください。']),
      ),
    }),
    en: ({ reason, resumableUntil }) => ({
      subject: 'Your service is suspended',
      text: lines(
        'Under W13.2 of the terms we have suspended your service.',
        `Reason: ${reason}`,
        '',
        'Until it resumes no mail leaves and your sign-up forms are closed. Scheduled mailings wait, and readers can unsubscribe at all times.',
        'The contract and its minimum term run on, and charges that have arisen stay due.',
        resumableUntil
          ? `Please pay all that is due and ask for the resumption in the console by ${formatDay(resumableUntil, 'en')} (Japan time). After that day service cannot resume.`
          : 'Please pay all that is due and ask for the resumption in the console.',
      ),
    }),
  },
};

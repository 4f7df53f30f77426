import { formatDay } from '#lib/kernel';
import type { PlainDate } from '#lib/kernel';
import { lines } from '#lib/notices';
import type { NoticeTemplate } from '#lib/notices';

interface Values {
  readonly approved: boolean;
  /** 変更予定日 */
  readonly plannedDate: PlainDate;
  readonly reason: string | null;
}

/** The operator's look at a new name. @clause W16, W20 */
export const detailsAnsweredV2: NoticeTemplate<Values> = {
  kind: 'contracts.details-answered',
  version: 2,
  texts: {
    ja: ({ approved, plannedDate, reason }) => ({
      subject: '届出内容の変更について',
      text: lines(
        approved
          ? `届出内容の変更を確認しました。${formatDay(plannedDate, 'ja')}から反映します。`
          : '届出内容の変更をお受けできませんでした。契約の内容はこれまでのままです。',
        ...(reason === null ? [] : [`理由: ${reason}`]),
      ),
    }),
    en: ({ approved, plannedDate, reason }) => ({
      subject: 'About the change of your details',
      text: lines(
        approved
          ? `We have looked at the change of your details; it is in effect from ${formatDay(plannedDate, 'en')}.`
          : 'We could not accept the change of your details; the contract stays as it was.',
        ...(reason === null ? [] : [`Reason: ${reason}`]),
      ),
    }),
  },
};

import { lines } from '#lib/notices';
import type { NoticeTemplate } from '#lib/notices';

interface Values {
  /** Released of its list, it may wait for another decision still. */
  readonly decision: 'released' | 'aborted' | 'held-still';
  /** In the words of whoever decided. */
  readonly reason: string;
  /** The report of the campaign. */
  readonly link: string;
}

const outcomes = {
  ja: {
    released: [
      '配信の保留を解除しました',
      '確認が終わり、次の配信の保留を解除しました。ご自身で一時停止していなければ、続きから再開します。',
    ],
    aborted: [
      '保留していた配信を中止しました',
      '確認の結果、保留していた次の配信を中止しました。まだ送っていないメールは送られません。',
    ],
    'held-still': [
      '不達に関する確認が終わりました（配信は保留中です）',
      '次の配信について、不達や迷惑メール申告に関する確認が終わりました。別の確認がまだ残っているため、配信は引き続き保留しています。',
    ],
  },
  en: {
    released: [
      'Your campaign is no longer held',
      'We have looked at your campaign. It goes on where it stopped, unless you paused it yourself.',
    ],
    aborted: [
      'Your campaign that was held is stopped',
      'We have looked at your campaign and stopped it for good. What has not left is not sent.',
    ],
    'held-still': [
      'We have looked at what came back of your campaign, which is still held',
      'What came back of your campaign, or was reported, holds it no longer. It waits for us to look at something else.',
    ],
  },
} as const;

/** To a tenant: what became of its campaign that was held, and why. @clause W12A-9, W18 */
export const heldCampaignDecidedV1: NoticeTemplate<Values> = {
  kind: 'bounces.held-campaign-decided',
  version: 1,
  texts: {
    ja: ({ decision, reason, link }) => ({
      subject: outcomes.ja[decision][0],
      text: lines(
        outcomes.ja[decision][1],
        '',
        `理由: ${reason}`,
        link,
        '',
        'ご不明の点は、管理画面の「お問い合わせ」からご連絡ください。',
      ),
    }),
    en: ({ decision, reason, link }) => ({
      subject: outcomes.en[decision][0],
      text: lines(
        outcomes.en[decision][1],
        '',
        `Reason: ${reason}`,
        link,
        '',
        'If you have questions, ask us in the console under “Support”.',
      ),
    }),
  },
};

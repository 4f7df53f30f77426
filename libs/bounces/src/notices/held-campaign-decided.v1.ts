import { lines } from '#lib/notices';
import type { NoticeTemplate } from '#lib/notices';

interface Values {
  readonly decision: 'released' | 'aborted';
  /** In the words of whoever decided. */
  readonly reason: string;
  /** The report of the campaign. */
  readonly link: string;
}

/** To a tenant: what became of its campaign that was held, and why. @clause W12A-9, W18 */
export const heldCampaignDecidedV1: NoticeTemplate<Values> = {
  kind: 'bounces.held-campaign-decided',
  version: 1,
  texts: {
    ja: ({ decision, reason, link }) => ({
      subject:
        decision === 'released' ? '配信の保留を解除しました' : '保留していた配信を中止しました',
      text: lines(
        decision === 'released'
          ? '確認が終わり、次の配信の保留を解除しました。ご自身で一時停止していなければ、続きから再開します。'
          : '確認の結果、保留していた次の配信を中止しました。まだ送っていないメールは送られません。',
        '',
        `理由: ${reason}`,
        link,
        '',
        'ご不明の点は、管理画面の「お問い合わせ」からご連絡ください。',
      ),
    }),
    en: ({ decision, reason, link }) => ({
      subject:
        decision === 'released'
          ? 'Your campaign is no longer held'
          : 'Your campaign that was held is stopped',
      text: lines(
        decision === 'released'
          ? 'We have looked at your campaign. It goes on where it stopped, unless you paused it yourself.'
          : 'We have looked at your campaign and stopped it for good. What has not left is not sent.',
        '',
        `Reason: ${reason}`,
        link,
        '',
        'If you have questions, ask us in the console under “Support”.',
      ),
    }),
  },
};

import { lines } from '#lib/notices';
import type { NoticeTemplate } from '#lib/notices';

interface Values {
  readonly campaignId: string;
  readonly text: { readonly ja: string; readonly en: string };
}

/** To a tenant: its campaign stands still until an operator has looked at it. Nothing is held in silence. @clause P4-2, W18 */
export const campaignHeld: NoticeTemplate<Values> = {
  kind: 'abuse.campaign-held',
  version: 1,
  texts: {
    ja: ({ campaignId, text }) => ({
      subject: '配信を一時的に保留しています',
      text: lines(
        '次の理由により、配信を一時的に保留しています。担当者が確認のうえ、再開または中止を決定します。',
        '',
        text.ja,
        `配信: ${campaignId}`,
        '',
        'お心当たりのない場合や、お急ぎの場合は、コンソールの「お問い合わせ」からご連絡ください。',
      ),
    }),
    en: ({ campaignId, text }) => ({
      subject: 'Your campaign is held for now',
      text: lines(
        'Your campaign is held until somebody of ours has looked at it; then it goes on or ends.',
        '',
        text.en,
        `Campaign: ${campaignId}`,
        '',
        'If this surprises you, or time presses, ask us in the console under “Support”.',
      ),
    }),
  },
};

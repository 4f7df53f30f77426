import { lines } from '#lib/notices';
import type { NoticeTemplate } from '#lib/notices';
import { kindTexts } from '../domain/kind-texts.js';
import type { RequestKind, RequestState } from '../domain/request.js';

const outcomes = {
  fulfilled: { ja: 'ご請求に応じました。', en: 'We have done what you asked for.' },
  partially_fulfilled: {
    ja: 'ご請求の一部に応じました。',
    en: 'We have done a part of what you asked for.',
  },
  refused: {
    ja: '恐れ入りますが、ご請求に応じることができません。',
    en: 'We are sorry that we can not do what you asked for.',
  },
} as const;

/** What came of a request, with the reason and the way to the package where there is one. @clause 個人情報保護法36条 */
export const requestAnswered: NoticeTemplate<{
  readonly kind: RequestKind;
  readonly outcome: RequestState & keyof typeof outcomes;
  readonly reason: string | null;
  readonly link: string | null;
}> = {
  kind: 'privacy.answer',
  version: 1,
  texts: {
    ja: ({ kind, outcome, reason, link }) => ({
      subject: `個人情報に関するご請求（${kindTexts[kind].ja}）への回答`,
      text: lines(
        outcomes[outcome].ja,
        ...(reason ? ['', `理由：${reason}`] : []),
        ...(link ? ['', '内容は、30日以内に次のページで受け取れます。', link] : []),
      ),
    }),
    en: ({ kind, outcome, reason, link }) => ({
      subject: `About your request: ${kindTexts[kind].en}`,
      text: lines(
        outcomes[outcome].en,
        ...(reason ? ['', `Reason: ${reason}`] : []),
        ...(link ? ['', 'You can fetch it within 30 days here:', link] : []),
      ),
    }),
  },
};

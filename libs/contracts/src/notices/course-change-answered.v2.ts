import { formatMonth } from '#lib/kernel';
import type { YearMonth } from '#lib/kernel';
import { lines } from '#lib/notices';
import type { NoticeTemplate } from '#lib/notices';

interface Values {
  readonly answer: 'accept' | 'decline' | 'postpone';
  readonly fromMonth: YearMonth;
  readonly reason: string | null;
}

const answers = {
  accept: { ja: '承諾しました', en: 'accepted' },
  decline: { ja: 'お受けできませんでした', en: 'declined' },
  postpone: { ja: '適用時期を延期しました', en: 'postponed' },
} as const;

/** @clause W11.3, W11.4 */
export const courseChangeAnsweredV2: NoticeTemplate<Values> = {
  kind: 'contracts.course-change-answered',
  version: 2,
  texts: {
    ja: ({ answer, fromMonth, reason }) => ({
      subject: 'サービス変更のお申込みについて',
      text: lines(
        `サービス変更のお申込みを${answers[answer].ja}。`,
        ...(answer === 'decline' ? [] : [`適用: ${formatMonth(fromMonth, 'ja')} の1日から`]),
        ...(reason === null ? [] : [`理由: ${reason}`]),
      ),
    }),
    en: ({ answer, fromMonth, reason }) => ({
      subject: 'About your request for a change of service',
      text: lines(
        `Your request for a change of service was ${answers[answer].en}.`,
        ...(answer === 'decline'
          ? []
          : [`In effect from the first of ${formatMonth(fromMonth, 'en')}.`]),
        ...(reason === null ? [] : [`Reason: ${reason}`]),
      ),
    }),
  },
};

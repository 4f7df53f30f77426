import { formatJst } from '#lib/kernel';
import { lines } from '#lib/notices';
import type { NoticeTemplate } from '#lib/notices';

/** Tells a tenant how many of its readers a breach concerns: a number, never who. @clause §4.4, W17.4 */
export const breachTold: NoticeTemplate<{
  readonly knownAt: Date;
  readonly persons: number;
  readonly summary: string;
}> = {
  kind: 'privacy.breach',
  version: 1,
  texts: {
    ja: ({ knownAt, persons, summary }) => ({
      subject: '【重要】お預かりしている個人データの漏えい等について',
      text: lines(
        `${formatJst(knownAt, 'ja')}に、お預かりしている個人データに関する次の事案を把握しました。`,
        '',
        summary,
        '',
        `貴社の読者のうち対象となる方：${persons}名`,
        '詳細と再発防止策は、確認でき次第あらためてお知らせします。',
      ),
    }),
    en: ({ knownAt, persons, summary }) => ({
      subject: '[Important] A breach of personal data you entrusted to us',
      text: lines(
        `On ${formatJst(knownAt, 'en')} we learned of the following about personal data that you entrusted to us.`,
        '',
        summary,
        '',
        `Number of your readers concerned: ${persons}`,
        'We will tell you more, and what we do about it, as soon as we know.',
      ),
    }),
  },
};

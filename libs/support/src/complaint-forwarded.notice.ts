import { lines } from '#lib/notices';
import type { NoticeTemplate } from '#lib/notices';

interface Values {
  /** What the operator wrote of it. */
  readonly text: string;
  /** Null unless the complainant agreed. */
  readonly address: string | null;
}

/** To a tenant: a reader complained about its mail. @clause W19.4 */
export const complaintForwarded: NoticeTemplate<Values> = {
  kind: 'support.complaint-forwarded',
  version: 1,
  texts: {
    ja: ({ text, address }) => ({
      subject: '読者からの苦情をお伝えします',
      text: lines(
        '貴社の配信について、読者から次の苦情がありました。ご対応をお願いします。',
        '',
        text,
        '',
        address === null
          ? '読者の連絡先はお伝えできません。'
          : `返信先（ご本人の同意を得ています）: ${address}`,
      ),
    }),
    en: ({ text, address }) => ({
      subject: 'A complaint of a reader',
      text: lines(
        'A reader complained about your mail. Please look into it.',
        '',
        text,
        '',
        address === null
          ? 'We may not tell you how to reach the reader.'
          : `Where to answer (the reader agreed to it): ${address}`,
      ),
    }),
  },
};

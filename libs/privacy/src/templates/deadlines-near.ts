import { formatJst } from '#lib/kernel';
import type { DeadlineAlarm, Locale } from '#lib/kernel';
import { lines } from '#lib/notices';
import type { NoticeTemplate } from '#lib/notices';

interface Values {
  /** What is due, in the words of the language. */
  readonly items: readonly {
    readonly what: { readonly ja: string; readonly en: string };
    readonly dueAt: Date;
    readonly alarm: DeadlineAlarm;
  }[];
  /** Where they are worked on. */
  readonly link: string;
}

const listed = ({ items }: Values, locale: Locale): string[] => {
  const words = {
    ja: { overdue: '【期限超過】', 'due-soon': '【まもなく】' },
    en: { overdue: 'OVERDUE ', 'due-soon': 'soon ' },
  }[locale];
  return items.map(
    ({ what, dueAt, alarm }) => `${words[alarm]}${formatJst(dueAt, locale)} ${what[locale]}`,
  );
};

/** To operators: deadlines of requests about personal data and of breaches. @clause §2.5, 個人情報保護法26条 */
export const deadlinesNear: NoticeTemplate<Values> = {
  kind: 'privacy.deadlines-near',
  version: 1,
  texts: {
    ja: (values) => ({
      subject: `個人情報の対応期限のお知らせ: ${values.items.length}件`,
      text: lines(
        '期限が近いか、過ぎているものがあります。',
        '',
        ...listed(values, 'ja'),
        '',
        values.link,
      ),
    }),
    en: (values) => ({
      subject: `Deadlines about personal data: ${values.items.length}`,
      text: lines(
        'These deadlines are near or past.',
        '',
        ...listed(values, 'en'),
        '',
        values.link,
      ),
    }),
  },
};

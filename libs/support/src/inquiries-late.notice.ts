import { formatJst } from '#lib/kernel';
import { lines } from '#lib/notices';
import type { NoticeTemplate } from '#lib/notices';
import type { AlarmedInquiry } from './store/inquiry-alarms.store.js';

interface Values {
  readonly inquiries: readonly AlarmedInquiry[];
  /** Where they are answered. */
  readonly link: string;
}

const mostLines = 20;

/** To operators: first answers that are, or will soon be, later than promised. @clause W23.1, P2 苦情 */
export const inquiriesLate: NoticeTemplate<Values> = {
  kind: 'support.inquiries-late',
  version: 1,
  texts: {
    ja: ({ inquiries, link }) => ({
      subject: `回答期限のお知らせ: 問い合わせ${inquiries.length}件`,
      text: lines(
        '次の問い合わせは、お約束した初回回答の期限が近いか、過ぎています。',
        '',
        ...inquiries
          .slice(0, mostLines)
          .map(
            ({ alarm, isComplaint, dueAt, subject }) =>
              `${alarm === 'overdue' ? '【期限超過】' : '【まもなく】'}${isComplaint ? '苦情 ' : ''}${formatJst(dueAt, 'ja')} ${subject}`,
          ),
        '',
        link,
      ),
    }),
    en: ({ inquiries, link }) => ({
      subject: `Answers are due: ${inquiries.length} inquiries`,
      text: lines(
        'A first answer to these inquiries is, or will soon be, later than promised.',
        '',
        ...inquiries
          .slice(0, mostLines)
          .map(
            ({ alarm, isComplaint, dueAt, subject }) =>
              `${alarm === 'overdue' ? 'OVERDUE' : 'soon'}${isComplaint ? ' (complaint)' : ''}: ${formatJst(dueAt, 'en')} ${subject}`,
          ),
        '',
        link,
      ),
    }),
  },
};

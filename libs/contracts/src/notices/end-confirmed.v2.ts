import { formatDay, formatMonth } from '#lib/kernel';
import type { PlainDate, YearMonth } from '#lib/kernel';
import { lines } from '#lib/notices';
import type { NoticeTemplate } from '#lib/notices';

interface Values {
  readonly endDate: PlainDate;
  readonly firstMonthWithout: YearMonth;
  readonly clause: 'W5.3' | 'W15.1';
  readonly late: boolean;
}

const clauses = {
  'W5.3': { ja: '第5条3項', en: 'Article 5 (3)' },
  'W15.1': { ja: '第15条1項', en: 'Article 15 (1)' },
} as const;

/** What a notice brings about. @clause W5.3, W15.1, W15.4 */
export const endConfirmedV2: NoticeTemplate<Values> = {
  kind: 'contracts.end-confirmed',
  version: 2,
  texts: {
    ja: (v) => ({
      subject: '契約終了日のお知らせ',
      text: lines(
        `契約は${formatDay(v.endDate, 'ja')}の24時をもって終了します (利用規約${clauses[v.clause].ja})。`,
        `ご利用になれる最後の月は${formatMonth(v.endDate.toPlainYearMonth(), 'ja')}、解約月は${formatMonth(v.firstMonthWithout, 'ja')}です。`,
        ...(v.late
          ? ['通知の到達が最低利用期間の満了に間に合わなかったため、契約は更新されています。']
          : []),
        '',
        '終了後は管理画面をご利用いただけず、登録されたデータは消去され、復旧できません。データの返却は行いません。',
        '終了日までであれば、双方の同意により通知を取り消すことができます。',
      ),
    }),
    en: (v) => ({
      subject: 'The last day of your contract',
      text: lines(
        `Your contract ends at 24:00 (Japan time) on ${formatDay(v.endDate, 'en')} (${clauses[v.clause].en} of the terms).`,
        `The last month of service is ${formatMonth(v.endDate.toPlainYearMonth(), 'en')}; the first month without is ${formatMonth(v.firstMonthWithout, 'en')}.`,
        ...(v.late
          ? [
              'The notice came too late for the end of the minimum term, so the contract was renewed.',
            ]
          : []),
        '',
        'After that nobody can sign in; your data are erased, cannot be restored and are not handed back.',
        'Until then the notice can be withdrawn if both of us agree.',
      ),
    }),
  },
};

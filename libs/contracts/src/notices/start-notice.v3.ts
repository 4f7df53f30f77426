import { formatDay, formatJst, formatMonth } from '#lib/kernel';
import type { PlainDate, YearMonth } from '#lib/kernel';
import { lines } from '#lib/notices';
import type { NoticeTemplate } from '#lib/notices';
import type { MinimumTerm } from '../domain/minimum-term.js';

interface Values {
  readonly name: string;
  readonly serviceStartDate: PlainDate;
  readonly term: MinimumTerm;
  /** The length of each renewal. @clause W5.2, W5.4 */
  readonly renewalMonths: number;
  /** 初回月 @decision D-04 */
  readonly firstFeeMonth: YearMonth;
  readonly signInUrl: string;
}

/** 利用開始案内. @clause W4.1, W4.4, W5.1, W5.3, W5.4 @decision D-01, D-04 */
export const startNoticeV3: NoticeTemplate<Values> = {
  kind: 'contracts.start-notice',
  version: 3,
  texts: {
    ja: (v) => ({
      subject: '利用開始のご案内',
      text: lines(
        `${v.name} 様`,
        '',
        'メール配信サービスの提供準備が整いましたので、ご案内します。',
        '',
        `利用開始日: ${formatDay(v.serviceStartDate, 'ja')} (午前0時から)`,
        `月額料金の初回月: ${formatMonth(v.firstFeeMonth, 'ja')}`,
        ...(v.term.binds
          ? [
              `最低利用期間の満了日: ${formatDay(v.term.end, 'ja')}`,
              `(利用開始日から起算した期間の最終日は ${formatDay(v.term.legalLastDay, 'ja')}、契約はその月の末日まで続きます)`,
              '',
              '最低利用期間の満了をもって終了を希望される場合は、次の日時より前に通知が到達する必要があります。',
            ]
          : [
              '最低利用期間: なし',
              '',
              `利用開始月の末日 (${formatDay(v.term.end, 'ja')}) をもって終了を希望される場合は、次の日時より前に通知が到達する必要があります。`,
            ]),
        formatJst(v.term.noticeBefore, 'ja'),
        `この日時までに到達しない場合、契約は${v.renewalMonths}ヶ月ごとに自動的に更新されます。`,
        '',
        `管理画面: ${v.signInUrl}`,
        '最初の担当者の方には、登録のご案内を別のメールでお送りします。',
      ),
    }),
    en: (v) => ({
      subject: 'Notice of the start of service',
      text: lines(
        `Dear ${v.name},`,
        '',
        'your newsletter service is ready.',
        '',
        `Service start date: ${formatDay(v.serviceStartDate, 'en')} (from 00:00, Japan time)`,
        `First month with a fee: ${formatMonth(v.firstFeeMonth, 'en')}`,
        ...(v.term.binds
          ? [
              `End of the minimum term: ${formatDay(v.term.end, 'en')}`,
              `(counted from the start date the term's last day is ${formatDay(v.term.legalLastDay, 'en')}; the contract runs to the end of that month)`,
              '',
              'If you want the contract to end with the minimum term, your notice must reach us before',
            ]
          : [
              'Minimum term: none',
              '',
              `If you want the contract to end with its first month (${formatDay(v.term.end, 'en')}), your notice must reach us before`,
            ]),
        `${formatJst(v.term.noticeBefore, 'en')}.`,
        v.renewalMonths === 1
          ? 'Otherwise the contract is renewed month by month.'
          : `Otherwise the contract is renewed, ${v.renewalMonths} months at a time.`,
        '',
        `Sign in: ${v.signInUrl}`,
        'Your first member gets an invitation in a mail of its own.',
      ),
    }),
  },
};

import { formatJst } from '#lib/kernel';
import type { PlainDate } from '#lib/kernel';
import { lines } from '#lib/notices';
import type { NoticeTemplate } from '#lib/notices';

interface Values {
  readonly name: string;
  readonly serviceStartDate: PlainDate;
  /** E0. */
  readonly minimumTermEnd: PlainDate;
  readonly legalLastDay: PlainDate;
  /** The notice cut-off. @clause W5.3 */
  readonly noticeBefore: Date;
  readonly signInUrl: string;
}

/** 利用開始案内. @clause W4.1, W4.4, W5.1, W5.3 @decision D-01 */
export const startNoticeV1: NoticeTemplate<Values> = {
  kind: 'contracts.start-notice',
  version: 1,
  texts: {
    ja: (v) => ({
      subject: '利用開始のご案内',
      text: lines(
        `${v.name} 様`,
        '',
        'メール配信サービスの提供準備が整いましたので、ご案内します。',
        '',
        `利用開始日: ${v.serviceStartDate.toString()} (午前0時から)`,
        `最低利用期間の満了日: ${v.minimumTermEnd.toString()}`,
        `(利用開始日から起算した期間の最終日は ${v.legalLastDay.toString()}、契約はその月の末日まで続きます)`,
        '',
        '最低利用期間の満了をもって終了を希望される場合は、次の日時より前に通知が到達する必要があります。',
        formatJst(v.noticeBefore, 'ja'),
        'この日時までに到達しない場合、契約は1ヶ月ごとに自動的に更新されます。',
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
        `Service start date: ${v.serviceStartDate.toString()} (from 00:00, Japan time)`,
        `End of the minimum term: ${v.minimumTermEnd.toString()}`,
        `(counted from the start date the term's last day is ${v.legalLastDay.toString()}; the contract runs to the end of that month)`,
        '',
        'If you want the contract to end with the minimum term, your notice must reach us before',
        `${formatJst(v.noticeBefore, 'en')}.`,
        'Otherwise the contract is renewed month by month.',
        '',
        `Sign in: ${v.signInUrl}`,
        'Your first member gets an invitation in a mail of its own.',
      ),
    }),
  },
};

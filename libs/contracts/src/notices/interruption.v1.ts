import { formatJst } from '#lib/kernel';
import { lines } from '#lib/notices';
import type { NoticeTemplate } from '#lib/notices';

interface Values {
  readonly reason: string;
  readonly from: Date;
  readonly until: Date | null;
  readonly announcement: string;
}

/** @clause W13.1 */
export const interruptionV1: NoticeTemplate<Values> = {
  kind: 'contracts.interruption',
  version: 1,
  texts: {
    ja: ({ reason, from, until, announcement }) => ({
      subject: 'サービスの一時中断のお知らせ',
      text: lines(
        `期間: ${formatJst(from, 'ja')} から ${until ? formatJst(until, 'ja') : '復旧まで'}`,
        `理由: ${reason}`,
        '',
        announcement,
        '',
        '予約された配信は失われません。配信停止の手続きは中断中もご利用いただけます。',
      ),
    }),
    en: ({ reason, from, until, announcement }) => ({
      subject: 'Interruption of service',
      text: lines(
        `From ${formatJst(from, 'en')} to ${until ? formatJst(until, 'en') : 'when service is back'}.`,
        `Reason: ${reason}`,
        '',
        announcement,
        '',
        'Scheduled mailings are not lost, and readers can unsubscribe at all times.',
      ),
    }),
  },
};

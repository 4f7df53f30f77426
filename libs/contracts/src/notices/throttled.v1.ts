import { lines } from '#lib/notices';
import type { NoticeTemplate } from '#lib/notices';

interface Values {
  readonly mailsPerHour: number;
  readonly reason: string;
}

/** @clause W18 */
export const throttledV1: NoticeTemplate<Values> = {
  kind: 'contracts.throttled',
  version: 1,
  texts: {
    ja: ({ mailsPerHour, reason }) => ({
      subject: '通信利用の制限について',
      text: lines(
        `利用規約第18条に基づき、配信を1時間あたり ${mailsPerHour} 通までに制限しました。`,
        `理由: ${reason}`,
        '制限を超える分は失われず、順に配信されます。',
      ),
    }),
    en: ({ mailsPerHour, reason }) => ({
      subject: 'Your sending rate is limited',
      text: lines(
        `Under W18 of the terms we have limited your mailings to ${mailsPerHour} mails an hour.`,
        `Reason: ${reason}`,
        'Nothing is lost: what is beyond the limit leaves later.',
      ),
    }),
  },
};

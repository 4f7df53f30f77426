import { lines } from '#lib/notices';
import type { NoticeTemplate } from '#lib/notices';

interface Values {
  readonly name: string;
  readonly reason: string;
  /** The length of each renewal: service ends with one of them. @clause W5.4 */
  readonly renewalMonths: number;
}

/** The operator's refusal to renew; the last day follows from its arrival, and is told when it has arrived. @clause W5.3 */
export const operatorTerminationV2: NoticeTemplate<Values> = {
  kind: 'contracts.operator-termination',
  version: 2,
  texts: {
    ja: ({ name, reason, renewalMonths }) => ({
      subject: '契約を更新しない旨の通知',
      text: lines(
        `${name} 様`,
        '',
        '利用規約第5条3項に基づき、契約を更新しないことを通知します。',
        renewalMonths === 1
          ? '契約は、最低利用期間の満了日、またはこの通知が到達した月の翌月末日のいずれか遅い日に終了します。'
          : `契約は、最低利用期間の満了日、または${renewalMonths}ヶ月ごとの更新期間の満了日のうち、この通知が到達した月の翌月末日以降で最も早い日に終了します。`,
        '',
        `理由: ${reason}`,
      ),
    }),
    en: ({ name, reason, renewalMonths }) => ({
      subject: 'Notice that the contract will not be renewed',
      text: lines(
        `Dear ${name},`,
        '',
        'we give you notice under W5.3 of the terms that your contract will not be renewed.',
        renewalMonths === 1
          ? 'It ends with the minimum term, or with the month after the one in which this notice reaches you, whichever is later.'
          : `It ends with the minimum term, or with the first renewal of ${renewalMonths} months that ends with the month after the one in which this notice reaches you, or later.`,
        '',
        `Reason: ${reason}`,
      ),
    }),
  },
};

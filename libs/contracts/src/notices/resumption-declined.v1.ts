import { lines } from '#lib/notices';
import type { NoticeTemplate } from '#lib/notices';

/** @clause W13.2 */
export const resumptionDeclinedV1: NoticeTemplate<{ readonly reason: string }> = {
  kind: 'contracts.resumption-declined',
  version: 1,
  texts: {
    ja: ({ reason }) => ({
      subject: 'サービス再開の申請について',
      text: lines(
        'サービス再開の申請をお受けできませんでした。サービスは停止したままです。',
        `理由: ${reason}`,
      ),
    }),
    en: ({ reason }) => ({
      subject: 'About your request for resumption',
      text: lines(
        'We could not grant your request for resumption; your service stays suspended.',
        `Reason: ${reason}`,
      ),
    }),
  },
};

import { lines } from '#lib/notices';
import type { NoticeTemplate } from '#lib/notices';

/** Nothing of what the applicant typed is repeated: the address may be somebody else's. */
export const applicationReceivedV1: NoticeTemplate<{ readonly reference: string }> = {
  kind: 'contracts.application-received',
  version: 1,
  texts: {
    ja: ({ reference }) => ({
      subject: 'お申込みを受け付けました',
      text: lines(
        'メール配信サービスのお申込みを受け付けました。',
        `受付番号: ${reference}`,
        '',
        '内容を確認のうえ、初回料金のご案内をお送りします。',
        'お申込みの取り消しは、利用開始のご案内をお送りする前までできます。',
        'お心当たりがない場合は、このメールを破棄してください。',
      ),
    }),
    en: ({ reference }) => ({
      subject: 'We have received your application',
      text: lines(
        'We have received your application for the newsletter service.',
        `Reference: ${reference}`,
        '',
        'We will look at it and write to you about the initial charge.',
        'You can withdraw it until the notice of the start of service is sent.',
        'If you did not apply, please ignore this mail.',
      ),
    }),
  },
};

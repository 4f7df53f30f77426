import { lines } from '#lib/notices';
import type { NoticeTemplate } from '#lib/notices';

interface Values {
  readonly tenantName: string;
  /** What the receivers' servers said last: enhanced status or code. */
  readonly reason: string;
  /** Where the campaign is looked at. */
  readonly link: string;
}

/** To the tenant's owners and to operators: receivers refuse everything, the campaign stands still. */
export const campaignBlockedV1: NoticeTemplate<Values> = {
  kind: 'bounces.campaign-blocked',
  version: 1,
  texts: {
    ja: ({ tenantName, reason, link }) => ({
      subject: `配信を一時停止しました: ${tenantName}`,
      text: lines(
        '受信側のサーバーが送信者を理由にメールを続けて拒否したため、配信を一時停止しました。',
        'この拒否は読者の不達には数えていません。残りのメールは失われていません。',
        '',
        `契約者: ${tenantName}`,
        `サーバーの応答: ${reason}`,
        '',
        '送信ドメインの認証（SPF・DKIM・DMARC）を確かめ、原因を取り除いてから再開してください。',
        link,
      ),
    }),
    en: ({ tenantName, reason, link }) => ({
      subject: `A campaign is paused: ${tenantName}`,
      text: lines(
        'Receiving servers refused mail after mail for reasons that lie with the sender, so the campaign is paused.',
        'None of these refusals counts against a reader, and the mails that are left are kept.',
        '',
        `Tenant: ${tenantName}`,
        `The servers said: ${reason}`,
        '',
        "Look at the sending domain's authentication (SPF, DKIM, DMARC), mend the cause, then resume.",
        link,
      ),
    }),
  },
};

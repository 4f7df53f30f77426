import { lines } from '#lib/notices';
import type { NoticeTemplate } from '#lib/notices';

interface Values {
  readonly tenantName: string;
  readonly campaignId: string;
  readonly sent: number;
  readonly bounced: number;
  readonly complained: number;
  /** Where it is decided. */
  readonly link: string;
}

/** To operators: a campaign waits for their decision. @clause W12A-9 */
export const campaignHeldV1: NoticeTemplate<Values> = {
  kind: 'bounces.campaign-held',
  version: 1,
  texts: {
    ja: ({ tenantName, campaignId, sent, bounced, complained, link }) => ({
      subject: `配信を保留しました: ${tenantName}`,
      text: lines(
        '読者リストの品質が基準を下回ったため、次の配信を保留しました。判断をお願いします。',
        '',
        `契約者: ${tenantName}`,
        `配信: ${campaignId}`,
        `配信済み ${sent} 通、不達 ${bounced} 通、迷惑メール申告 ${complained} 通`,
        '',
        '再開または中止は、次の画面から行えます。判断があるまで配信は再開されません。',
        link,
      ),
    }),
    en: ({ tenantName, campaignId, sent, bounced, complained, link }) => ({
      subject: `A campaign is held: ${tenantName}`,
      text: lines(
        'A campaign is held for the quality of its list, and waits for your decision.',
        '',
        `Tenant: ${tenantName}`,
        `Campaign: ${campaignId}`,
        `Mails sent: ${sent}, bounced: ${bounced}, reported as unwanted: ${complained}`,
        '',
        'Release or abort it on this page. It does not go on before.',
        link,
      ),
    }),
  },
};

import { lines } from '#lib/notices';
import type { NoticeTemplate } from '#lib/notices';

interface Values {
  readonly sent: number;
  readonly bounced: number;
  readonly complained: number;
  /** The report of the campaign. */
  readonly link: string;
}

/** To a tenant: its campaign stands still for the quality of its list. Nothing is held in silence. @clause W12A-9, W18 */
export const ownCampaignHeldV1: NoticeTemplate<Values> = {
  kind: 'bounces.own-campaign-held',
  version: 1,
  texts: {
    ja: ({ sent, bounced, complained, link }) => ({
      subject: '配信を保留しています',
      text: lines(
        '不達または迷惑メール申告の割合が基準に達したため、次の配信を保留しています。',
        '運営者が確認し、再開または中止を決めます。結果はあらためてお知らせします。',
        '残りのメールは失われていません。ご自身で中止することもできます。',
        '',
        `配信済み ${sent} 通、不達 ${bounced} 通、迷惑メール申告 ${complained} 通`,
        link,
        '',
        'ご不明の点は、管理画面の「お問い合わせ」からご連絡ください。',
      ),
    }),
    en: ({ sent, bounced, complained, link }) => ({
      subject: 'Your campaign is held',
      text: lines(
        'So many mails of this campaign bounced or were reported as unwanted that it is held.',
        'We look at it and decide whether it goes on or ends, and tell you then.',
        'The mails that are left are kept. You may also stop it yourself.',
        '',
        `Mails sent: ${sent}, bounced: ${bounced}, reported as unwanted: ${complained}`,
        link,
        '',
        'If you have questions, ask us in the console under “Support”.',
      ),
    }),
  },
};

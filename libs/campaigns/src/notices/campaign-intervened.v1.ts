/** What an operator may do to a campaign. */
export const interventions = ['halted', 'resumed', 'aborted', 'cancelled'] as const;
type Intervention = (typeof interventions)[number];

interface Values {
  readonly event: Intervention;
  /** The subject line. */
  readonly campaign: string;
  readonly reason: string;
  /** Its report. */
  readonly link: string;
}

const ja: Record<Intervention, readonly [subject: string, text: string]> = {
  halted: [
    '配信を一時停止しました',
    '運営者が、次の配信を一時停止しました。残りのメールは、運営者が再開するまで送られません。',
  ],
  resumed: [
    '配信を再開しました',
    '運営者が、止めていた次の配信を再開しました。同じ読者に二重に届くことはありません。',
  ],
  aborted: [
    '配信を中止しました',
    '運営者が、次の配信を中止しました。まだ送っていないメールは送られません。再開はできません。',
  ],
  cancelled: [
    '予約した配信を取り消しました',
    '運営者が、予約されていた次の配信を取り消しました。メールは 1 通も送られていません。',
  ],
};

const en: Record<Intervention, readonly [subject: string, text: string]> = {
  halted: [
    'Your campaign is paused',
    'We paused this campaign. The rest of its mails stay here until we resume it.',
  ],
  resumed: [
    'Your campaign goes on',
    'We resumed this campaign, which we had stopped. No reader gets it twice.',
  ],
  aborted: [
    'Your campaign is stopped',
    'We stopped this campaign for good. What has not left is not sent; it cannot be resumed.',
  ],
  cancelled: [
    'Your scheduled campaign is cancelled',
    'We cancelled this scheduled campaign. No mail of it has left.',
  ],
};

/** To a tenant: an operator laid hands on its campaign. Nothing of the kind happens in silence. @clause W18 */
export const campaignIntervenedV1 = {
  kind: 'campaigns.intervened',
  version: 1,
  texts: {
    ja: ({ event, campaign, reason, link }: Values) => ({
      subject: ja[event][0],
      text: `${ja[event][1]}

件名: ${campaign}
理由: ${reason}

${link}

ご不明の点は、管理画面の「お問い合わせ」からご連絡ください。
`,
    }),
    en: ({ event, campaign, reason, link }: Values) => ({
      subject: en[event][0],
      text: `${en[event][1]}

Subject: ${campaign}
Reason: ${reason}

${link}

If you have questions, ask us in the console under “Support”.
`,
    }),
  },
} as const;

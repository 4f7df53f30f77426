interface Values {
  readonly tenantName: string;
  readonly campaign: string;
  readonly recipients: number;
  readonly note: string;
  /** Where it is looked at and decided. */
  readonly link: string;
}

/** To the operators who may let it leave: a mail about an election waits. @clause W12A-7 */
export const reviewAskedV1 = {
  kind: 'campaigns.review-asked',
  version: 1,
  texts: {
    ja: ({ tenantName, campaign, recipients, note, link }: Values) => ({
      subject: `選挙に関する配信の審査をお願いします: ${tenantName}`,
      text: `選挙に関する内容と申告された配信が、審査を待っています。承認されるまで配信は始まりません。

契約者: ${tenantName}
件名: ${campaign}
宛先: ${recipients} 人
${note && `伝言: ${note}\n`}
次の画面で内容をお確かめの上、承認するか、差し戻してください。
${link}
`,
    }),
    en: ({ tenantName, campaign, recipients, note, link }: Values) => ({
      subject: `A mail about an election waits for review: ${tenantName}`,
      text: `A campaign declared to be about an election waits for a review, and does not leave before.

Tenant: ${tenantName}
Subject: ${campaign}
Recipients: ${recipients}
${note && `Note: ${note}\n`}
Please look at it, then approve or reject it.
${link}
`,
    }),
  },
} as const;

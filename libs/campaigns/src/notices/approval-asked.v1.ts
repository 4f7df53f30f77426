interface Values {
  readonly campaign: string;
  readonly recipients: number;
  readonly note: string;
  /** Where it is looked at and decided. */
  readonly link: string;
}

/** To the members who may approve, but for whoever asks. @clause W12A-7 */
export const approvalAskedV1 = {
  kind: 'campaigns.approval-asked',
  version: 1,
  texts: {
    ja: ({ campaign, recipients, note, link }: Values) => ({
      subject: 'キャンペーンの承認をお願いします',
      text: `ほかのメンバーが、配信の前の承認を依頼しました。

件名: ${campaign}
宛先: ${recipients} 人
${note && `伝言: ${note}\n`}
内容をお確かめの上、承認するか、差し戻してください。
${link}
`,
    }),
    en: ({ campaign, recipients, note, link }: Values) => ({
      subject: 'A campaign waits for your approval',
      text: `Another member asks for an approval before a campaign leaves.

Subject: ${campaign}
Recipients: ${recipients}
${note && `Note: ${note}\n`}
Please look at it, then approve or reject it.
${link}
`,
    }),
  },
} as const;

interface Values {
  readonly campaign: string;
  readonly decision: 'approved' | 'rejected';
  readonly reason: string;
  /** Where the author goes on. */
  readonly link: string;
}

/** To the member who asked. @clause W12A-7 */
export const approvalDecidedV1 = {
  kind: 'campaigns.approval-decided',
  version: 1,
  texts: {
    ja: ({ campaign, decision, reason, link }: Values) => ({
      subject:
        decision === 'approved'
          ? 'キャンペーンが承認されました'
          : 'キャンペーンは承認されませんでした',
      text: `${
        decision === 'approved'
          ? '依頼なさったキャンペーンが承認されました。内容を変えなければ配信できます。'
          : '依頼なさったキャンペーンは承認されませんでした。直してから、もう一度依頼できます。'
      }

件名: ${campaign}
${reason && `理由: ${reason}\n`}
${link}
`,
    }),
    en: ({ campaign, decision, reason, link }: Values) => ({
      subject:
        decision === 'approved' ? 'Your campaign is approved' : 'Your campaign is not approved',
      text: `${
        decision === 'approved'
          ? 'The campaign you asked about is approved. It may leave as long as nothing in it changes.'
          : 'The campaign you asked about is not approved. You can change it and ask again.'
      }

Subject: ${campaign}
${reason && `Reason: ${reason}\n`}
${link}
`,
    }),
  },
} as const;

/** What somebody who applies sends; `applicant` changes what they say of themselves. */
export const anApplication = (applicant: object = {}): object => ({
  applicant: {
    kind: 'corporation',
    name: '株式会社さくら商店',
    nameKana: 'カブシキガイシャサクラショウテン',
    postalAddress: '〒100-0001 東京都千代田区千代田1-1',
    phone: '03-0000-0000',
    contactPerson: '山田 花子',
    pcEmail: 'hanako@sakura.example.jp',
    mobileEmail: null,
    ...applicant,
  },
  courseCode: 'STANDARD',
  optionCodes: [],
  offerCode: null,
  termsVersion: '1',
  termsHash: 'ab'.repeat(32),
  accepted: { terms: true, consent: true, prohibitedActs: true },
});

/** The same as an operator records it from a form that a partner sent in. */
export const aPaperApplication = (changes: object = {}): object => ({
  ...anApplication({ pcEmail: null }),
  channel: 'partner',
  partnerName: '代理店A',
  appliedOn: '2026-01-04',
  formArrivedOn: null,
  formRules: { minimumTermMonths: 3 },
  scans: [
    {
      name: '申込書.pdf',
      type: 'application/pdf',
      content: Buffer.from('%PDF-1.7 scan').toString('base64'),
    },
  ],
  ...changes,
});

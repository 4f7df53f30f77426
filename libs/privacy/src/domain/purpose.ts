import type { Purpose, Texts } from '#lib/kernel';

/** The purposes in words. @clause 同意1, P2 利用目的, P4-2, P4-9 */
export const purposes = {
  CONTRACT: { ja: '契約の登録・変更・終了', en: 'Entering, changing and ending contracts' },
  STATEMENTS_AND_INVOICES: {
    ja: '明細書・請求書の送付と料金の回収',
    en: 'Statements, invoices and payment',
  },
  SERVICE_AND_CAMPAIGN_INFO: { ja: 'サービスのご案内', en: 'News of the service' },
  OPERATOR_INQUIRY: { ja: 'お問い合わせへの対応', en: 'Answering inquiries' },
  IDENTITY_AND_USAGE_CHECK: {
    ja: '本人確認と利用状況の確認',
    en: 'Checking identity and use',
  },
  SECURITY: { ja: '不正アクセスの調査・検出・予防', en: 'Finding and preventing misuse' },
  NEWSLETTER_DELIVERY: { ja: 'メールマガジンの配信', en: 'Sending newsletters' },
  PROOF_OF_CONSENT: { ja: '受信の同意の証明', en: 'Proof of consent' },
  RESPECT_OF_REFUSAL: { ja: '配信停止の維持', en: 'Keeping to an unsubscription' },
  LEGAL_DUTY: { ja: '法令上の義務の履行', en: 'Duties of law' },
} as const satisfies Record<Purpose, Texts>;

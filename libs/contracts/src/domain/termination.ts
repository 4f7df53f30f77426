import type { Texts } from '#lib/kernel';

/** Why the operator may end a contract at once and without notice. @clause W14.1 */
export const terminationReasonTexts = {
  breach: { ja: '契約違反', en: 'Breach of the contract' },
  'non-payment': { ja: '料金の不払い', en: 'Non-payment' },
  'license-revoked': { ja: '営業許可の取消', en: 'Licence revoked' },
  insolvency: { ja: '支払停止・倒産手続', en: 'Insolvency' },
  attachment: { ja: '差押え等', en: 'Attachment' },
  'dissolution-merger-transfer': {
    ja: '解散・合併・事業譲渡',
    en: 'Dissolution, merger or transfer of the business',
  },
  death: { ja: '死亡', en: 'Death' },
  unsuitable: { ja: '不適当と判断', en: 'Judged unsuitable' },
} as const satisfies Record<string, Texts>;
export type TerminationReason = keyof typeof terminationReasonTexts;

/** Why an application is turned down. @clause W4.3 */
export const rejectionReasonTexts = {
  'maintenance-hard': {
    ja: 'サービスの維持が困難なため',
    en: 'The service could hardly be kept up',
  },
  'false-or-incomplete': {
    ja: '申込内容に虚偽または不備があるため',
    en: 'The application is false or incomplete',
  },
  unsuitable: { ja: '不適当と判断したため', en: 'The application was judged unsuitable' },
} as const satisfies Record<string, Texts>;

/**
 * What personal data may be used for, and nothing else. Privacy says each in words; here are the codes, because every
 * library says for which of them it works. @clause 同意1, P2 範囲内利用, P4-2
 */
export const purposeCodes = [
  'CONTRACT',
  'STATEMENTS_AND_INVOICES',
  'SERVICE_AND_CAMPAIGN_INFO',
  'OPERATOR_INQUIRY',
  'IDENTITY_AND_USAGE_CHECK',
  'SECURITY',
  'NEWSLETTER_DELIVERY',
  'PROOF_OF_CONSENT',
  'RESPECT_OF_REFUSAL',
  'LEGAL_DUTY',
] as const;

export type Purpose = (typeof purposeCodes)[number];

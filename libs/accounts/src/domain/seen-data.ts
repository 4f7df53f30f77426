import type { Purpose } from '#lib/kernel';

/** What of a tenant an operator can look at, with the purpose that doing so serves. @clause P2, §4.3 */
export const seenKinds = {
  ACCOUNT: 'CONTRACT',
  CONTRACT: 'CONTRACT',
  BILLING: 'STATEMENTS_AND_INVOICES',
  CAMPAIGN: 'IDENTITY_AND_USAGE_CHECK',
  DELIVERY: 'SECURITY',
  READERS: 'NEWSLETTER_DELIVERY',
  INQUIRY: 'OPERATOR_INQUIRY',
  PRIVACY_REQUEST: 'LEGAL_DUTY',
  OTHER: 'LEGAL_DUTY',
} as const satisfies Record<string, Purpose>;
export type SeenKind = keyof typeof seenKinds;

/** First words of paths, behind the tenant where one stands in the path. Those that are missing are `OTHER`. */
const words: Readonly<Record<SeenKind, string>> = {
  ACCOUNT: 'tenants assistance audit data-access members settings me webhooks',
  CONTRACT: 'contract contract-inbox letters notices terms applications',
  BILLING:
    'billing invoices invoice-corrections credit-notes credits documents arrears bounce-charges debit-files ' +
    'debit-preview mandates payer-identity payments refund-files refunds transfer-account transfer-imports transfers ' +
    'write-offs',
  CAMPAIGN: 'campaigns campaign-reviews segments templates images audience mjml',
  DELIVERY: 'delivery bounces quality-gates',
  READERS: 'newsletters migration-lists consent-proofs',
  INQUIRY: 'inquiries calls abuse-cases contact',
  PRIVACY_REQUEST: 'privacy-requests breaches',
  OTHER: '',
};

const kinds = new Map(
  Object.entries(words).flatMap(([kind, list]) =>
    list.split(' ').map((word): [string, SeenKind] => [word, kind as SeenKind]),
  ),
);

/** What a route of the API shows of a tenant. @param path `/api/v1/operator/tenants/{id}/invoices` */
export const seenKindOf = (path: string): SeenKind => {
  const [first = '', id, behind] = path.replace(/^\/api\/v1\/(?:operator\/)?/, '').split('/');
  const word = first === 'tenants' && id !== undefined && behind !== undefined ? behind : first;
  return kinds.get(word) ?? 'OTHER';
};

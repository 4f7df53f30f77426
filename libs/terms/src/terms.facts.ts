import { fact } from '#platform/queue';

/** A version became public; it binds from `inForceFrom` (ISO 8601). @clause W3.3, D1 付則 */
export const termsPublished = fact<{ documentId: string; number: number; inForceFrom: string }>(
  'terms.published',
);

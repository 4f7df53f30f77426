import { job } from '#platform/queue';

/** Tells one tenant of a version that became public. */
export const announceTermsJob = job<{ tenantId: string; documentId: string; number: number }>({
  name: 'terms.announce',
  queue: 'notices',
  keyOf: ({ tenantId, documentId, number }) => `${documentId}-${number}-${tenantId}`,
});

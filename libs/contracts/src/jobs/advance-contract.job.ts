import { job } from '#platform/queue';

/** Looks at a contract at an instant at which something is due: its start, its end, the first of a month. */
export const advanceContractJob = job<{ tenantId: string; due: string }>({
  name: 'contracts.advance',
  queue: 'control',
  keyOf: ({ tenantId, due }) => `${tenantId}.${due}`,
});

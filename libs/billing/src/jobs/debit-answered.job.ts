import { job } from '#platform/queue';

/**
 * A debit failed while the contract is ending: what it was to pay for may lie after the end, and is void then.
 * @clause W15.2
 */
export const debitAnswered = job<{
  tenantId: string;
  contractId: string;
  endDate: string;
  /** ISO 8601 */
  arrivedAt: string;
}>({
  name: 'billing.debit-answered',
  queue: 'billing',
  keyOf: ({ contractId, arrivedAt }) => `${contractId}/${arrivedAt}`,
});

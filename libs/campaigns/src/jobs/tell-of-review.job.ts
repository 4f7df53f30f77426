import { job } from '#platform/queue';

/** Operators are read in the system's transaction, which is not the one in which a member asks. */
export const tellOfReviewJob = job<{ tenantId: string; campaignId: string; approvalId: string }>({
  name: 'campaigns.tell-of-review',
  queue: 'notices',
  keyOf: ({ approvalId }) => approvalId,
});

import { job } from '#platform/queue';

/** Looks at a domain's records again, unasked. The day stands in the key, so that each day has a look of its own. */
export const checkSendingDomainJob = job<{ tenantId: string; domainId: string; day: string }>({
  name: 'delivery.check-sending-domain',
  queue: 'control',
  attempts: 3,
  keyOf: ({ domainId, day }) => `${domainId}/${day}`,
});

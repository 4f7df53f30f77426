import { job } from '#platform/queue';

/** Tries a message once; `tries` says how often it was tried before. */
export const sendMessageJob = job<{ tenantId: string; messageId: string; tries: number }>({
  name: 'webhooks.send',
  queue: 'webhooks',
  keyOf: ({ messageId, tries }) => `${messageId}-${tries}`,
});

import { job } from '#platform/queue';

/** Asks the next persons of a list; `after` is how many were asked before. */
export const askListJob = job<{ tenantId: string; listId: string; after: number }>({
  name: 'subscribers.ask-list',
  queue: 'notices',
  keyOf: ({ listId, after }) => `${listId}-${after}`,
});

import { job } from '#platform/queue';

/** Sorts the messages that were written down together. */
export const sortMail = job<{ batchId: string }>({
  name: 'inbound.sort-mail',
  queue: 'inbound',
  keyOf: ({ batchId }) => batchId,
});

import { job } from '#platform/queue';

export const processInbound = job<{ messageId: string }>({
  name: 'inbound.process',
  queue: 'control',
  keyOf: ({ messageId }) => messageId,
});

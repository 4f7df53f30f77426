import { job } from '#platform/queue';

/** Tells all tenants concerned of an interruption. */
export const announceInterruptionJob = job<{ interruptionId: string }>({
  name: 'contracts.announce-interruption',
  queue: 'control',
  keyOf: ({ interruptionId }) => interruptionId,
});

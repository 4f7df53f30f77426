import { job } from '#platform/queue';

/** Tells all tenants concerned of an interruption, and that it is over. */
export const announceInterruptionJob = job<{ interruptionId: string; isOver: boolean }>({
  name: 'contracts.announce-interruption',
  queue: 'control',
  keyOf: ({ interruptionId, isOver }) => `${interruptionId}${isOver ? '-over' : ''}`,
});

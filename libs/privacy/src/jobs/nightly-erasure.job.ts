import { job } from '#platform/queue';

/** Erases what is over. Its tries reach over some hours; then it rests where operators see it, until the next night. */
export const nightlyErasure = job<{ day: string }>({
  name: 'privacy.nightly-erasure',
  queue: 'control',
  attempts: 8,
  backoffMs: 60_000,
  keyOf: ({ day }) => day,
});

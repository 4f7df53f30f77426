import { job } from '#platform/queue';

/** Judges one address. Asked for with a key of its own each time: news may come while the job before still runs. */
export const evaluateStreak = job<{ tenantId: string; subscriberId: string }>({
  name: 'bounces.evaluate-streak',
  queue: 'control',
  keyOf: ({ subscriberId }) => subscriberId,
});

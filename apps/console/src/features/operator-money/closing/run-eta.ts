interface Run {
  readonly startedAt: string;
  readonly tenants: number;
  readonly waiting: number;
}

/** Seconds that a run still takes if it goes on as it did; undefined before its first tenant and after its last. */
export const secondsLeft = (
  { startedAt, tenants, waiting }: Run,
  now: Date,
): number | undefined => {
  const done = tenants - waiting;
  if (done === 0 || waiting === 0) return undefined;
  const seconds = (now.getTime() - new Date(startedAt).getTime()) / 1000;
  return Math.max(0, (seconds * waiting) / done);
};

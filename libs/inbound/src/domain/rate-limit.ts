/** What is left of a client's allowance, and since when. */
export interface Allowance {
  readonly left: number;
  readonly at: number;
}

const minuteMs = 60_000;

/**
 * Takes from an allowance that fills up evenly to `perMinute`.
 * @param now milliseconds
 * @returns what is left then, or undefined when there is not enough
 */
export const spend = (
  allowance: Allowance | undefined,
  cost: number,
  perMinute: number,
  now: number,
): Allowance | undefined => {
  const left = leftAt(allowance, perMinute, now);
  return left < cost ? undefined : { left: left - cost, at: now };
};

/** True when nothing is missing from it: such a client need not be remembered. */
export const isFull = (allowance: Allowance, perMinute: number, now: number): boolean =>
  leftAt(allowance, perMinute, now) >= perMinute;

const leftAt = (allowance: Allowance | undefined, perMinute: number, now: number): number => {
  if (!allowance) return perMinute;
  const refilled = (Math.max(0, now - allowance.at) / minuteMs) * perMinute;
  return Math.min(perMinute, allowance.left + refilled);
};

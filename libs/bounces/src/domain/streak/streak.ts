/**
 * What one campaign's mail proved about an address once it is settled.
 * - `failed`: a permanent failure or a retry that expired (H)
 * - `accepted`: taken, and no report within the settle time (S)
 * - `no-verdict`: refused for the sender's sake, or nobody knows; neither counts nor resets (B)
 * - `unsettled`: may still become any of these
 */
export type Outcome = 'failed' | 'accepted' | 'no-verdict' | 'unsettled';

/** Failures in a row that remove an address. @clause W12B-3, W17.5 */
export const strikesToRemove = 3;

/**
 * Failures in a row, one result a campaign, in the order of sending. Stops at the first unsettled one, and at the
 * third failure: what was sent after that no longer matters.
 * @clause W17.5
 */
export const streak = (outcomes: Iterable<Outcome>): number => {
  let strikes = 0;
  for (const outcome of outcomes) {
    if (outcome === 'unsettled') break;
    if (outcome === 'accepted') strikes = 0;
    if (outcome === 'failed') strikes += 1;
    if (strikes === strikesToRemove) break;
  }
  return strikes;
};

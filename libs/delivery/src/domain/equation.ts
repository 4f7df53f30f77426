/** States of a row of the ledger; the settled ones never change by themselves again. */
export type DeliveryState =
  | 'queued'
  | 'attempting'
  | 'accepted'
  | 'refused'
  | 'deferred'
  | 'unknown'
  | 'cancelled'
  | 'excluded';

const settledStates = ['accepted', 'refused', 'unknown', 'cancelled', 'excluded'] as const;

/** How many rows of one mailing are in each state. */
export type StateCounts = Readonly<Record<DeliveryState, number>>;

export interface Equation {
  readonly candidates: number;
  readonly accepted: number;
  readonly refused: number;
  readonly unknown: number;
  readonly cancelled: number;
  readonly excluded: number;
  /** candidates = accepted + refused + unknown + cancelled + excluded */
  readonly holds: boolean;
}

export const noCounts: StateCounts = {
  queued: 0,
  attempting: 0,
  accepted: 0,
  refused: 0,
  deferred: 0,
  unknown: 0,
  cancelled: 0,
  excluded: 0,
};

/** The account of a mailing: every person frozen at launch is found again in exactly one settled state. */
export const equationOf = (candidates: number, counts: StateCounts): Equation => {
  const { accepted, refused, unknown, cancelled, excluded } = counts;
  const settled = settledStates.reduce((sum, state) => sum + counts[state], 0);
  return {
    candidates,
    accepted,
    refused,
    unknown,
    cancelled,
    excluded,
    holds: settled === candidates,
  };
};

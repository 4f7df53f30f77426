/**
 * Why a mailing waits for an operator: the quality of its list, or what a detector of abuse saw (`abuse/same-text`).
 * Each is decided by itself.
 */
export type HoldReason = 'list-quality' | `abuse/${string}`;

/** Where operators decide about it. */
export const holders = ['list-quality', 'abuse'] as const;
export type Holder = (typeof holders)[number];

/** Each once, in the order of `holders`. */
export const holdersOf = (reasons: readonly HoldReason[]): Holder[] =>
  holders.filter((holder) => reasons.some((reason) => reason.split('/')[0] === holder));

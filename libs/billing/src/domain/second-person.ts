/**
 * Whether what one person proposed is decided by another one. Nobody may stand for both, and the platform itself can
 * be neither.
 */
export const isSecondPerson = (proposer: string | null, decider: string | null): boolean =>
  proposer !== null && decider !== null && proposer !== decider;

/** What makes a breach one that must be reported. @clause 個人情報保護法26条, 施行規則7条 */
export const breachKinds = ['SENSITIVE', 'PROPERTY_DAMAGE', 'MALICIOUS', 'OTHER'] as const;
export type BreachKind = (typeof breachKinds)[number];

export interface BreachFacts {
  readonly knownAt: Date;
  readonly kinds: readonly BreachKind[];
  /** People whose data is concerned. */
  readonly persons: number;
  /** Protected by encryption good enough that nobody can read what got out. */
  readonly wasEncrypted: boolean;
}

/** Until when what must have been done; null where the law asks for nothing. */
export interface BreachDeadlines {
  readonly firstReportBy: Date | null;
  readonly fullReportBy: Date | null;
  /** Those who entrusted the data are told whatever its kind. */
  readonly tenantsToldBy: Date;
}

const manyPersons = 1_000;
const dayMs = 86_400_000;
const after = (at: Date, days: number): Date => new Date(at.getTime() + days * dayMs);

/** Sensitive data, danger to property or malice count from one person on, anything else above a thousand. */
const mustBeReported = ({ kinds, persons, wasEncrypted }: BreachFacts): boolean =>
  !wasEncrypted &&
  ((persons > 0 && kinds.some((kind) => kind !== 'OTHER')) || persons > manyPersons);

/** First report and notices at most five days after it became known; full report in 30 days, 60 when malicious. */
export const breachDeadlines = (breach: BreachFacts): BreachDeadlines => {
  const { knownAt, kinds } = breach;
  const isDue = mustBeReported(breach);
  return {
    firstReportBy: isDue ? after(knownAt, 5) : null,
    fullReportBy: isDue ? after(knownAt, kinds.includes('MALICIOUS') ? 60 : 30) : null,
    tenantsToldBy: after(knownAt, 5),
  };
};

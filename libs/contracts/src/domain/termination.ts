/** Why the operator may end a contract at once and without notice. @clause W14.1 */
export const terminationReasons = [
  'breach',
  'non-payment',
  'license-revoked',
  'insolvency',
  'attachment',
  'dissolution-merger-transfer',
  'death',
  'unsuitable',
] as const;
export type TerminationReason = (typeof terminationReasons)[number];

/** Why an application is turned down. @clause W4.3 */
export const rejectionReasons = ['maintenance-hard', 'false-or-incomplete', 'unsuitable'] as const;
export type RejectionReason = (typeof rejectionReasons)[number];

/** What makes a breach too serious to wait: spam, crime, danger to others. @decision D-11 */
export const seriousBreaches = ['spam', 'crime', 'danger-to-others'] as const;
export type SeriousBreach = (typeof seriousBreaches)[number];

/**
 * The way that is proposed to the operator, who may choose the other one where both are open: `cure-first` for an
 * ordinary breach, `at-once` for all the rest.
 * @clause W14.1, W14.2
 * @decision D-11
 */
export const proposedTermination = (
  reason: TerminationReason,
  serious: SeriousBreach | null,
): 'at-once' | 'cure-first' => (reason === 'breach' && serious === null ? 'cure-first' : 'at-once');

/** A cure notice is for what can be cured, and never for money. @clause W14.2 */
export const mayBeCured = (reason: TerminationReason): boolean => reason === 'breach';

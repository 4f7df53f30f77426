/** Why an operator takes an address off a tenant's lists; the three bounces are the system's own. @clause W12B-3 */
export const removalReasons = [
  'BREACH',
  'PROTECT_RIGHTS',
  'DISPUTE_OR_COMPLAINT',
  'CONTRACT_ENDED',
] as const;
export type RemovalReason = (typeof removalReasons)[number];

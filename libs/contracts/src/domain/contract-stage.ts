/** Every stage of a contract but the flag that its end is fixed. */
export const contractStages = [
  'applied',
  'rejected',
  'withdrawn',
  'ready',
  'start-notified',
  'active',
  'suspended',
  'terminated',
  'data-erased',
  'erased',
] as const;
export type ContractStage = (typeof contractStages)[number];

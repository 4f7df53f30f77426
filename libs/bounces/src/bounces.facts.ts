import { fact } from '#platform/queue';

/** Three failures in a row: the person is removed and the address erased. @clause W12B-3, W17.5 */
export const addressRemoved = fact<{ tenantId: string; subscriberId: string }>(
  'bounces.address-removed',
);

import { fact } from '#platform/queue';

/** Told when a tenant may no longer send, and when it may again. */
export const contractSuspended = fact<{ tenantId: string }>('contracts.suspended');
export const contractResumed = fact<{ tenantId: string }>('contracts.resumed');

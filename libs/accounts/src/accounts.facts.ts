import { fact } from '#platform/queue';

/** Somebody of the tenant reported a leak: everything that leaves in its name stops at once. @clause W8.3 */
export const leakReported = fact<{ readonly tenantId: string }>('accounts.leak-reported');

/** An owner or an operator made sure that all is well again. */
export const leakLifted = fact<{ readonly tenantId: string }>('accounts.leak-lifted');

import { goesByAge, goesWithTenant, stays } from '#platform/retention';
import type { RetentionRule } from '#platform/retention';

/** The end of what came back. @clause §3.7, 同意6 */
export const bouncesRetention: readonly RetentionRule[] = [
  ...goesWithTenant('A', 'bounce_reports bounce_removals streak_checks quality_gates'),
  goesByAge('A2', 'unattributed_reports', 'at', { tenant: null }),
  ...stays('C', 'bounce_charges', 'what invoices rest on; names nobody'),
];

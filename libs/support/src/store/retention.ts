import { goesAfter, goesByAge, goesWithTenant } from '#platform/retention';
import type { RetentionRule } from '#platform/retention';

/** The end of inquiries, calls and cases. @clause §3.7, 同意5, D §32-2(3) */
export const supportRetention: readonly RetentionRule[] = [
  ...goesWithTenant('B', 'abuse_cases calls inquiries'),
  goesAfter('B', 'calls', 'keep_until'),
  goesByAge('B', 'inquiries', 'coalesce(closed_at, answered_at)', { only: 'tenant_id IS NULL' }),
];

import { goesWithTenant } from '#platform/retention';
import type { RetentionRule } from '#platform/retention';

/** The end of what tenants' own programs were told. @clause §3.7, 同意6 */
export const webhooksRetention: readonly RetentionRule[] = goesWithTenant(
  'A',
  'webhook_messages webhook_endpoints',
);

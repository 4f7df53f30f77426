import { goesWithTenant } from '#platform/retention';
import type { RetentionRule } from '#platform/retention';

/** The end of mailings, of what readers did with them, and of the domains they left from. @clause §3.7, 同意6 */
export const deliveryRetention: readonly RetentionRule[] = [
  ...goesWithTenant('A', 'opens clicks reaction_hours deliveries'),
  ...goesWithTenant(
    'A',
    'mailing_domains mailing_lanes mailing_tallies mailing_holds unknown_decisions mailings',
  ),
  ...goesWithTenant('A', 'warm_ups delivery_policies dkim_keys sending_domains'),
];

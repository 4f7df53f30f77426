import { goesWithTenant } from '#platform/retention';
import type { RetentionRule } from '#platform/retention';

/** The end of what members wrote. @clause §3.7, 同意6 */
export const campaignsRetention: readonly RetentionRule[] = goesWithTenant(
  'A',
  'campaign_approvals campaign_versions campaign_transitions campaign_test_sends campaigns campaign_templates ' +
    'segments images campaign_settings',
);

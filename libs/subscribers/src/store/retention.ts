import { goesAfter, goesByAge, goesWithTenant } from '#platform/retention';
import type { RetentionRule } from '#platform/retention';

/** The end of readers, lists and forms, and of the proof of consent. @clause §3.7, 同意6, 特定電子メール法3条 */
export const subscribersRetention: readonly RetentionRule[] = [
  ...goesWithTenant(
    'A',
    'source_days newsletter_days campaign_leaves subscriber_changes opt_in_requests',
  ),
  ...goesWithTenant('A', 'migration_rows migration_lists dedicated_addresses field_values'),
  ...goesWithTenant('S', 'suppressions'),
  ...goesWithTenant('A', 'subscriptions subscribers form_versions newsletters'),
  goesAfter('E', 'consent_records', 'keep_until'),
  goesAfter('E', 'consent_escrow', 'keep_until'),
  goesByAge('A2', 'sign_up_budgets', 'ends_at', { tenant: null }),
];

import { goesByAge, goesWithTenant, stays } from '#platform/retention';
import type { RetentionRule } from '#platform/retention';

/** The end of accounts and of what tells how they were used. @clause §3.7, 同意5, P4-4 */
export const accountsRetention: readonly RetentionRule[] = [
  ...goesWithTenant('B', 'sign_in_tickets password_resets recovery_codes totp_secrets passkeys'),
  ...goesWithTenant('A2', 'sessions known_devices idempotency_keys operator_reads'),
  ...goesWithTenant('B', 'invitations api_keys assistance_consents leak_reports members'),
  ...goesWithTenant('B', 'sender_profiles'),
  goesByAge('A2', 'sessions', 'created_at'),
  goesByAge('A2', 'known_devices', 'seen_at'),
  goesByAge('A2', 'idempotency_keys', 'started_at'),
  goesByAge('A2', 'operator_reads', 'last_at'),
  goesByAge('A2', 'sign_in_attempts', 'at', { tenant: null }),
  ...stays('A2', 'audit_trail audit_seals audit_unsealed', 'sealed; names people by id only'),
  ...stays('B', 'operators', 'people of the provider, as long as they work for it'),
  ...stays('C', 'tenants', 'invoices name them'),
];

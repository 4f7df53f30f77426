import { forgottenWithTenant, goesWithTenant, stays } from '#platform/retention';
import type { RetentionRule } from '#platform/retention';

/** Bank accounts do not outlive their use; what tax law keeps, stays. @clause §3.1, §3.2, §3.7 */
export const billingRetention: readonly RetentionRule[] = [
  ...goesWithTenant('B', 'transfer_accounts payer_identities bounce_charge_files'),
  forgottenWithTenant('B', 'mandates', { account_box: 'NULL', masked_account: 'NULL' }),
  forgottenWithTenant('B', 'refunds', {
    account_box: "'\\x'::bytea",
    masked_account: "''",
    note: 'NULL',
  }),
  ...stays(
    'C',
    'invoices invoice_lines invoice_corrections credit_notes documents write_offs receipts allocations accelerations',
    'tax law: seven years, ten after a year of loss',
  ),
  ...stays(
    'C',
    'transfers transfer_imports debit_files refund_files debit_entries debit_entry_invoices',
    'tax law: files of the bank are vouchers',
  ),
  ...stays(
    'C',
    'peaks settled_months pending_charges billing_run_tenants dunning_steps',
    'how invoices came about; names nobody',
  ),
];

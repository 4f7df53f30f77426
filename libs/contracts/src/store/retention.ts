import { forgottenWithTenant, goesByAge, goesWithTenant, stays } from '#platform/retention';
import type { RetentionRule } from '#platform/retention';

const agreed =
  'contract_changes contract_courses contract_options contract_proposals contract_suspensions contract_dues ' +
  'course_change_requests cure_notices interrupted_tenants throttles';

/** The end of what applicants and tenants told us about themselves. @clause §3.7, 同意5, W4.3 */
export const contractsRetention: readonly RetentionRule[] = [
  ...goesWithTenant('B', 'contract_mails', { tenant: 'of_tenant' }),
  ...goesWithTenant('B', 'end_notices details_changes'),
  ...goesWithTenant('B', 'application_scans', {
    tenant:
      '(SELECT a.accepted_as FROM applications a WHERE a.id = application_scans.application_id)',
  }),
  ...goesWithTenant('B', 'applications', { tenant: 'accepted_as' }),
  forgottenWithTenant('B', 'contracts', { bill_to: "'{}'::jsonb" }),
  goesByAge('B', 'applications', 'decided_at', {
    tenant: 'accepted_as',
    only: "state IN ('rejected', 'withdrawn') AND accepted_as IS NULL",
  }),
  goesByAge('B', 'contract_mails', 'arrived_at', {
    tenant: 'of_tenant',
    only: 'of_tenant IS NULL AND settled_at IS NOT NULL',
  }),
  ...stays('C', agreed, 'what was agreed, which invoices rest on; names nobody'),
];

import { goesByAge, stays } from '#platform/retention';
import type { RetentionRule } from '#platform/retention';

/** The end of requests; the registers of what the provider did stay. @clause §3.7, P2 */
export const privacyRetention: readonly RetentionRule[] = [
  goesByAge('B', 'personal_data_requests', 'coalesce(decided_at, received_at)', {
    only: `state NOT IN ('identity_pending', 'fee_pending', 'in_review') AND NOT EXISTS (SELECT FROM legal_holds h
      WHERE h.request_id = personal_data_requests.id AND h.lifted_at IS NULL)`,
  }),
  ...stays('B', 'breaches breach_tenants', 'the register that the law wants; counts and no names'),
  ...stays('C', 'erasure_certificates erasure_counts consent_terms', 'counts and no names'),
  ...stays(
    'C',
    'disclosures disclosed_tenants processors',
    'the record that the law wants; no names of people',
  ),
  ...stays('B', 'legal_holds', 'shows why something was kept longer'),
  ...stays('E', 'escrowed_forms', 'texts of forms, gone with the last proof that names them'),
];

import { all } from './personal-columns.js';

const entrusted = 'entrusted' as const;

/** Of the people who read newsletters: entrusted to us by tenants. */
export const readers = [
  ...all(
    { class: 'A', purposes: ['NEWSLETTER_DELIVERY'], role: entrusted },
    {
      subscribers: 'address address_hash domain fields',
      migration_rows: 'address fields consent_source',
      migration_lists: 'problems',
      opt_in_requests: 'token_hash fields ip user_agent',
      deliveries: 'domain reply reason',
      bounce_removals: 'masked_line',
      inbound_messages: 'recipients raw client_ip helo mail_from authentication',
    },
  ),
  ...all(
    { class: 'E', purposes: ['PROOF_OF_CONSENT'], role: entrusted },
    {
      consent_records: 'ip user_agent request_ip address_proof',
      consent_escrow: 'ip request_ip address_proof',
    },
  ),
  ...all(
    { class: 'S', purposes: ['RESPECT_OF_REFUSAL'], role: entrusted },
    { suppressions: 'address_hash' },
  ),
  ...all(
    { class: 'A2', purposes: ['SECURITY'], role: 'controller' },
    { sign_up_budgets: 'key', unattributed_reports: 'reporter' },
  ),
];

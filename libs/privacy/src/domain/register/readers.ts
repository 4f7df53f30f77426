import { all } from './personal-columns.js';

const delivery = { class: 'A', purposes: ['NEWSLETTER_DELIVERY'], role: 'entrusted' } as const;
const consent = { class: 'E', purposes: ['PROOF_OF_CONSENT'], role: 'entrusted' } as const;

/** Of the people who read newsletters: entrusted to us by tenants. */
export const readers = [
  ...all(
    { ...delivery, rests: 'sealed' },
    {
      subscribers: 'address fields',
      field_values: 'value',
      migration_rows: 'address fields consent_source',
      opt_in_requests: 'answers origin',
    },
  ),
  ...all(
    { ...delivery, rests: 'hashed' },
    { subscribers: 'address_hash', opt_in_requests: 'token_hash' },
  ),
  ...all(
    {
      ...delivery,
      rests: { plain: 'mail is paced by domain; a domain without the rest leads to nobody' },
    },
    { subscribers: 'domain', deliveries: 'domain' },
  ),
  ...all(
    { ...delivery, rests: { plain: 'what the relay said, addresses taken out, and codes' } },
    { deliveries: 'reply reason' },
  ),
  ...all(
    { ...delivery, rests: { plain: 'numbers of rows and codes, nothing of what stands there' } },
    { migration_lists: 'problems' },
  ),
  ...all(
    { ...delivery, rests: { plain: 'first letter and domain of somebody who is erased' } },
    { bounce_removals: 'masked_line' },
  ),
  ...all(
    {
      ...delivery,
      rests: { plain: 'whose mail it is comes out when it is sorted, and then it is emptied' },
    },
    { inbound_messages: 'recipients raw client_ip helo mail_from authentication' },
  ),
  ...all({ ...consent, rests: 'sealed' }, { consent_records: 'origin', consent_escrow: 'origin' }),
  ...all(
    { ...consent, rests: 'hashed' },
    { consent_records: 'address_proof', consent_escrow: 'address_proof' },
  ),
  ...all(
    { class: 'S', purposes: ['RESPECT_OF_REFUSAL'], role: 'entrusted', rests: 'hashed' },
    { suppressions: 'address_hash' },
  ),
  ...all(
    { class: 'A2', purposes: ['SECURITY'], role: 'controller' },
    { sign_up_budgets: 'key', unattributed_reports: 'reporter' },
  ),
];

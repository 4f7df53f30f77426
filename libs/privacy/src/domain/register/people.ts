import { all } from './personal-columns.js';

const controller = 'controller' as const;

/** Of tenants' contacts and of the provider's own people: ours to answer for. */
export const people = [
  ...all(
    { class: 'B', purposes: ['CONTRACT', 'IDENTITY_AND_USAGE_CHECK'], role: controller },
    {
      members: 'email name password_hash',
      operators: 'email name password_hash',
      invitations: 'email',
      applications: 'applicant partner_name',
      application_scans: 'name content',
      contracts: 'bill_to',
      details_changes: 'changes',
      contract_mails: 'sender subject body',
      end_notices: 'sender reason',
      sender_profiles: 'sender_name from_address reply_to_address legal',
      passkeys: 'credential_id public_key name',
      totp_secrets: 'secret',
      migration_lists: 'declared_by',
    },
  ),
  ...all(
    { class: 'B', purposes: ['OPERATOR_INQUIRY'], role: controller },
    {
      inquiries:
        'from_name from_address reply_to mail_id subject text raw authentication origin thread',
      calls: 'person phone summary recording',
    },
  ),
  ...all(
    { class: 'B', purposes: ['SERVICE_AND_CAMPAIGN_INFO', 'CONTRACT'], role: controller },
    {
      notices: 'to_name to_address postal_address subject body',
      notice_documents: 'name content',
    },
  ),
  ...all(
    { class: 'B', purposes: ['SECURITY', 'LEGAL_DUTY'], role: controller },
    {
      abuse_cases: 'summary reason',
      leak_reports: 'what',
      personal_data_requests: 'name reply_address postal_address details reason token_hash origin',
      breaches: 'summary cause measures',
      legal_holds: 'reason lift_reason',
    },
  ),
  ...all(
    { class: 'A2', purposes: ['SECURITY', 'IDENTITY_AND_USAGE_CHECK'], role: controller },
    {
      sessions: 'token_hash device network',
      known_devices: 'token_hash device network',
      sign_in_attempts: 'bucket',
      audit_trail: 'subject_id details',
      operator_reads: 'reason',
      idempotency_keys: 'key answer',
    },
  ),
  ...all(
    { class: 'C', purposes: ['LEGAL_DUTY'], role: controller },
    { disclosures: 'recipient ground what' },
  ),
];

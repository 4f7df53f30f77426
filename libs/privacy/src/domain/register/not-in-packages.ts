/**
 * Tables of the register that no package of a disclosure is read from, each with its reason. Whatever is registered
 * and stands neither here nor with a source fails a test.
 */
const notInPackages: Readonly<Record<string, string>> = {
  operators: 'the provider’s own people ask their employer',
  invitations: 'their mail is among the notices',
  application_scans: 'pictures of the form that is shown as text; handed over on request',
  details_changes: 'what is in force of them is shown with the contract',
  end_notices: 'of the contract, and names nobody',
  sender_profiles: 'published by the tenant in every mail',
  passkeys: 'keys of a device that hold nothing on their owner',
  totp_secrets: 'secrets that protect the person',
  migration_lists: 'the declaration of a tenant’s member; problems name nobody',
  migration_rows:
    'the person was asked by mail and is shown as a reader once it agreed; else erased in 14 days',
  field_values: 'repeats what the persons’ own rows say',
  opt_in_requests: 'as with lists: shown with the consent once given, else erased',
  notice_documents: 'sent with the notice; handed over on request',
  abuse_cases: '個人情報保護法33条2項2号: would hinder the examination of abuse',
  leak_reports: 'of the tenant, told to its members when made',
  personal_data_requests: 'what the person asked and what the answer belongs to',
  breaches: 'name nobody',
  legal_holds: 'says of a case why something is kept; names nobody',
  operator_reads: 'shown to the members of the tenant when it happens',
  sign_in_attempts: 'keyed hashes that nobody can read back',
  sign_up_budgets: 'keyed hashes that nobody can read back',
  consent_escrow: 'found by the address only that somebody claims, and proven then',
  suppressions: 'keyed hashes that nobody can read back',
  unattributed_reports: 'name the mail system that reported, nobody else',
  idempotency_keys: 'answers of a day that the person got already',
  bounce_removals: 'masked, and only of people who are erased',
  inbound_messages: 'on their way to what is shown as an inquiry or a report',
  documents: 'the printed invoices that are shown as records',
  transfer_imports: 'sealed files of many payers; the person’s lines are shown as payments',
  debit_files: 'sealed files of many payers; the person’s lines are shown as payments',
  refund_files: 'sealed files of many payers; the person’s lines are shown as payments',
  transfer_accounts: 'an account of the provider; the invoices that are shown name it',
  payer_identities: 'repeats the names of the payments',
  bounce_charge_files: 'evidence of what the tenant did; names nobody, or nobody who pays',
  debit_entries: 'repeats the payments under a number of ours',
};

/** Registered tables about which a package would say nothing although nobody gave a reason. */
export const forgottenTables = (
  registered: readonly string[],
  disclosed: readonly string[],
): string[] =>
  [...new Set(registered)].filter(
    (table) => !disclosed.includes(table) && notInPackages[table] === undefined,
  );

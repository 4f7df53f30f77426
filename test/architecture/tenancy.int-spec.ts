import { createDatabase } from '#test/database';
import type { TestDatabase } from '#test/database';
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import pg from 'pg';

/** Tables whose rows need belong to no tenant. A new one needs a reason here. */
const withoutTenant = new Map([
  ['application_scans', 'of applicants, who are no tenants yet'],
  ['applications', 'of applicants, who are no tenants yet'],
  ['audit_seals', 'one chain over all tenants, of hashes only'],
  ['audit_trail', 'also records what operators did that concerns no tenant'],
  ['audit_unsealed', 'ids of entries that wait for their seal'],
  ['bank_profiles', 'the provider’s banks and how they want their files'],
  ['billing_runs', 'one run bills all tenants'],
  ['billing_settings', 'who issues the invoices: the provider'],
  ['binding_terms', 'what whoever applies agrees to, before there is a tenant'],
  ['breaches', 'one breach may concern many tenants or none'],
  ['breakers', 'of relays and recipient domains, which all tenants share'],
  ['calls', 'also with people who belong to no tenant'],
  ['closing_days', 'days on which the provider is closed'],
  ['contact_windows', 'where the provider is reached'],
  ['contract_mails', 'mail to the address for notices, before a person has said whose it is'],
  ['course_options', 'what anybody can apply for'],
  ['courses', 'what anybody can apply for'],
  ['debit_files', 'one file asks for money of many tenants'],
  ['delivery_traffic', 'figures about relays and recipient domains'],
  ['detector_settings', 'from where on the provider takes figures for a sign of abuse'],
  ['disclosures', 'one may concern many tenants or none'],
  ['document_series', 'numbers of documents, without a gap over all tenants'],
  ['domain_settings', 'what operators decided about recipient domains'],
  ['erasure_certificates', 'also of what belonged to no tenant'],
  ['erasure_counts', 'also of what belonged to no tenant'],
  ['erasure_runs', 'one run a night for all tenants'],
  ['idempotency_keys', 'also of operators, who have no tenant'],
  ['inbound_messages', 'mail is spooled before anybody knows whom it concerns'],
  ['inquiries', 'also of people who belong to no tenant, or to one that nobody can tell'],
  ['known_devices', 'also of operators, who have no tenant'],
  ['legal_holds', 'also on requests of people who belong to no tenant'],
  ['link_hosts', 'where links of nobody’s mail may lead'],
  ['migrations', 'which migrations ran'],
  ['notice_documents', 'also of notices to operators, who have no tenant'],
  ['notices', 'also to operators, who have no tenant'],
  ['offers', 'by which rules anybody may apply'],
  ['operators', 'people of the provider'],
  ['outbox', 'work and news on their way to the queue; ids only'],
  ['pace_buckets', 'of relays and recipient domains, which all tenants share'],
  ['passkeys', 'also of operators, who have no tenant'],
  ['password_resets', 'also of operators, who have no tenant'],
  ['personal_data_requests', 'also of people who belong to no tenant'],
  ['price_tables', 'what the provider asks of everybody'],
  ['privacy_fees', 'what the provider asks of everybody'],
  ['processors', 'who works for the provider'],
  ['recovery_codes', 'also of operators, who have no tenant'],
  ['refund_files', 'one file pays money back to many tenants'],
  ['relay_settings', 'what operators decided about relays'],
  ['service_interruptions', 'what stops service, for everybody or for some'],
  ['sessions', 'also of operators, who have no tenant'],
  ['sign_in_attempts', 'counted before anybody is known'],
  ['sign_in_tickets', 'also of operators, who have no tenant'],
  ['sign_up_budgets', 'keyed hashes of addresses and origins, spent over all tenants'],
  ['staff_trainings', 'what people of the provider were taught'],
  ['taken_letters', 'digests of mail, whomever it is for'],
  ['tenants', 'the tenants themselves; their id is the tenant'],
  ['terms_documents', 'what the provider’s terms and policies are'],
  ['terms_versions', 'texts of the provider that bind everybody'],
  ['totp_secrets', 'also of operators, who have no tenant'],
  ['transfer_imports', 'files of the bank, before anybody knows whose money is in them'],
  ['transfers', 'money that came in, before anybody knows whose it is'],
  ['unattributed_reports', 'reports that nobody can be told from; no address'],
]);

let test: TestDatabase;
let client: pg.Client;

beforeAll(async () => {
  test = await createDatabase();
  client = new pg.Client({ connectionString: test.url });
  await client.connect();
});

afterAll(async () => {
  await client.end();
  await test.drop();
});

const rows = async <R extends pg.QueryResultRow>(sql: string): Promise<R[]> =>
  (await client.query<R>(sql)).rows;

const ourTables = `c.relnamespace = 'public'::regnamespace AND c.relkind IN ('r', 'p')`;

describe('every table of the schema', () => {
  it('has a tenant_id in each row, or stands on the named list', async () => {
    const bare = await rows<{ name: string }>(`
      SELECT c.relname AS name FROM pg_class c
      WHERE ${ourTables}
        AND NOT EXISTS (SELECT FROM pg_attribute a WHERE a.attrelid = c.oid AND a.attname = 'tenant_id' AND a.attnotnull)
      ORDER BY c.relname COLLATE "C"
    `);
    expect(bare.map(({ name }) => name)).toEqual([...withoutTenant.keys()]);
  });

  it('with a tenant_id is behind forced row-level security with one policy a role', async () => {
    const open = await rows(`
      SELECT c.relname FROM pg_class c
      WHERE ${ourTables}
        AND (c.relname = 'tenants' OR EXISTS (SELECT FROM pg_attribute a WHERE a.attrelid = c.oid AND a.attname = 'tenant_id'))
        AND NOT (c.relrowsecurity AND c.relforcerowsecurity
          AND (SELECT array_agg(p.polname::text ORDER BY p.polname) FROM pg_policy p WHERE p.polrelid = c.oid)
              = ARRAY['all_tenants', 'own_tenant'])
    `);
    expect(open).toEqual([]);
  });

  it('with a tenant_id in each row begins its primary key with it, or its only index', async () => {
    const loose = await rows(`
      SELECT c.relname FROM pg_class c
      JOIN pg_attribute a ON a.attrelid = c.oid AND a.attname = 'tenant_id' AND a.attnotnull
      WHERE ${ourTables} AND a.attnum IS DISTINCT FROM
        (SELECT i.indkey[0] FROM pg_index i WHERE i.indrelid = c.oid ORDER BY i.indisprimary DESC LIMIT 1)
    `);
    expect(loose).toEqual([]);
  });

  it('without a tenant_id gives the tenants’ role nothing but the outbox to write to, and to read what concerns everybody', async () => {
    const grants = await rows(`
      SELECT g.table_name, g.privilege_type FROM information_schema.role_table_grants g
      WHERE g.grantee = 'hikyaku_app' AND g.table_schema = 'public' AND g.table_name <> 'tenants'
        AND NOT EXISTS (SELECT FROM information_schema.columns k
          WHERE k.table_schema = 'public' AND k.table_name = g.table_name AND k.column_name = 'tenant_id')
      ORDER BY g.table_name
    `);
    expect(grants).toEqual([
      { table_name: 'course_options', privilege_type: 'SELECT' },
      { table_name: 'courses', privilege_type: 'SELECT' },
      { table_name: 'link_hosts', privilege_type: 'SELECT' },
      { table_name: 'outbox', privilege_type: 'INSERT' },
      { table_name: 'service_interruptions', privilege_type: 'SELECT' },
    ]);
  });

  it('with a foreign key to a table of tenants’ rows names the tenant in it', async () => {
    const crossing = await rows(`
      SELECT k.conrelid::regclass AS table, k.conname FROM pg_constraint k
      JOIN pg_attribute theirs ON theirs.attrelid = k.confrelid AND theirs.attname = 'tenant_id'
      WHERE k.contype = 'f' AND NOT theirs.attnum = ANY (k.confkey)
    `);
    expect(crossing).toEqual([]);
  });
});

describe('the roles that processes run as', () => {
  it('can neither log in, nor pass by row-level security, nor own a table', async () => {
    const roles = await rows(`
      SELECT rolname, rolcanlogin, rolsuper, rolbypassrls,
        (SELECT count(*)::int FROM pg_class WHERE relowner = pg_roles.oid AND relnamespace = 'public'::regnamespace) AS owned
      FROM pg_roles WHERE rolname IN ('hikyaku_app', 'hikyaku_system') ORDER BY rolname
    `);
    const plain = { rolcanlogin: false, rolsuper: false, rolbypassrls: false, owned: 0 };
    expect(roles).toEqual([
      { rolname: 'hikyaku_app', ...plain },
      { rolname: 'hikyaku_system', ...plain },
    ]);
  });
});

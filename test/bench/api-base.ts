import { createHash } from 'node:crypto';
import { asTenantId } from '#lib/kernel';
import { insertReaders } from '#lib/subscribers/testing';
import type { Tables } from '#test/tables';

/** The part of a running application that is needed. */
interface App {
  get<T>(token: abstract new (...dependencies: never[]) => T): T;
}

interface Base {
  readonly tenantId: string;
  readonly newsletterId: string;
  /** A campaign that was sent, of which the others are copies. */
  readonly campaignId: string;
  readonly subscribers: number;
  readonly campaigns: number;
}

const chunk = 100_000;

/** Fills the tables by themselves: a million people could not sign up in the time that one wants to wait. */
export const generateBase = async (app: App, tables: Tables, base: Base): Promise<void> => {
  await tables.query("SET synchronous_commit = 'off'");
  await readers(app, base);
  for (let from = 1; from <= base.subscribers; from += chunk)
    await consents(tables, base, from, Math.min(base.subscribers, from + chunk - 1));
  await mails(tables, base);
  await copies(tables, base);
  await neighbours(tables, base);
  await tables.query('VACUUM ANALYZE');
};

const day = 86_400_000;
const end = new Date('2026-04-01T09:00:00+09:00').getTime();

/** The id that `md5('p' || n)::uuid` is in SQL. */
const personId = (n: number): string =>
  createHash('md5')
    .update(`p${n}`)
    .digest('hex')
    .replace(/^(.{8})(.{4})(.{4})(.{4})/, '$1-$2-$3-$4-');

const readers = (app: App, { tenantId, newsletterId, subscribers }: Base): Promise<void> =>
  insertReaders(app, asTenantId(tenantId), newsletterId, subscribers, (n) => ({
    id: personId(n),
    address: `r${n}@d${n % 50}.example.jp`,
    joinedAt: new Date(end - (n % 365) * day),
  }));

const consents = async (
  tables: Tables,
  { tenantId, newsletterId }: Base,
  from: number,
  to: number,
): Promise<void> => {
  const joinedAt = `timestamptz '2026-04-01 09:00+09' - (i % 365) * interval '1 day'`;
  const numbers = `generate_series(${from}, ${to}) i`;
  const id = (kind: string): string => `md5('${kind}' || i)::uuid`;
  await tables.query(`INSERT INTO consent_records (tenant_id, id, subscription_id, newsletter_id, method, at, address_proof)
    SELECT '${tenantId}', ${id('c')}, ${id('s')}, '${newsletterId}', 'double-opt-in', ${joinedAt}, '' FROM ${numbers}`);
};

/** Everybody gets the campaign; three in ten open the mail, one in ten follows a link, two in a hundred bounce. */
const mails = async (
  tables: Tables,
  { tenantId, campaignId, subscribers }: Base,
): Promise<void> => {
  const of = `tenant_id = '${tenantId}' AND campaign_id = '${campaignId}'`;
  const at = `timestamptz '2026-04-01 09:00+09' + i % 172800 * interval '1 second'`;
  const keys = `'${tenantId}', '${campaignId}'`;
  await tables.query(`INSERT INTO deliveries (tenant_id, campaign_id, subscriber_id, domain, state, sent_at)
    SELECT ${keys}, md5('p' || i)::uuid, 'd' || i % 50 || '.example.jp', 'accepted', timestamptz '2026-04-01 09:00+09'
    FROM generate_series(1, ${subscribers}) i`);
  await tables.query(`UPDATE mailings SET candidates = candidates + ${subscribers},
      last_no = (SELECT max(delivery_no) FROM deliveries WHERE ${of}) WHERE ${of}`);
  // The trigger takes new rows of the ledger for waiting ones.
  await tables.query(
    `UPDATE mailing_tallies SET accepted = accepted + queued, queued = 0 WHERE ${of}`,
  );
  const someNos = (share: number): string =>
    `(SELECT delivery_no AS no, row_number() OVER () AS i FROM deliveries WHERE ${of}
      LIMIT ${Math.floor(subscribers * share)}) mail`;
  await tables.query(`INSERT INTO opens (tenant_id, campaign_id, delivery_no, kind, first_at, last_at)
    SELECT ${keys}, no, CASE WHEN i % 3 = 0 THEN 'machine' ELSE 'human' END, ${at}, ${at} FROM ${someNos(0.3)}
    ON CONFLICT DO NOTHING`);
  await tables.query(`INSERT INTO clicks (tenant_id, campaign_id, delivery_no, link_no, kind, first_at, last_at)
    SELECT ${keys}, no, i % 2, CASE WHEN i % 5 = 0 THEN 'scanner' ELSE 'human' END, ${at}, ${at} FROM ${someNos(0.1)}
    ON CONFLICT DO NOTHING`);
  await tables.query(`INSERT INTO bounce_reports (tenant_id, subscriber_id, campaign_id, kind, source, at, status, reason, blame)
    SELECT '${tenantId}', md5('p' || i)::uuid, '${campaignId}', 'failed', 'report',
      timestamptz '2026-04-01 09:00+09' - i % 30 * interval '1 day', '5.1.1', 'no-such-mailbox', 'recipient'
    FROM generate_series(1, ${Math.floor(subscribers / 50)}) i`);
};

/** The columns of a table, with some replaced by expressions over `t` and `i`. */
const copyOf = async (
  tables: Tables,
  table: string,
  replaced: Readonly<Record<string, string>>,
): Promise<{ columns: string; values: string }> => {
  const rows = await tables.query<{ name: string }>(
    `SELECT column_name AS name FROM information_schema.columns
     WHERE table_schema = 'public' AND table_name = $1 AND is_identity = 'NO' ORDER BY ordinal_position`,
    [table],
  );
  const names = rows.map(({ name }) => name);
  return {
    columns: names.join(', '),
    values: names.map((name) => replaced[name] ?? `t.${name}`).join(', '),
  };
};

const copies = async (
  tables: Tables,
  { tenantId, campaignId, campaigns, subscribers }: Base,
): Promise<void> => {
  const id = `md5('k' || i)::uuid`;
  const sets: readonly (readonly [string, string, Record<string, string>])[] = [
    ['campaigns', 'id', { id }],
    ['campaign_versions', 'campaign_id', { campaign_id: id }],
    ['mailings', 'campaign_id', { campaign_id: id, candidates: String(subscribers) }],
    ['mailing_tallies', 'campaign_id', { campaign_id: id }],
    ['reaction_hours', 'campaign_id', { campaign_id: id }],
  ];
  await tables.query(`UPDATE campaigns SET text = repeat('春のお知らせです。', 3000), html = repeat('<p>春です</p>', 6000)
    WHERE tenant_id = '${tenantId}' AND id = '${campaignId}'`);
  for (const [table, key, replaced] of sets)
    await copy(tables, table, { [key]: campaignId, tenant_id: tenantId }, campaigns, replaced);
};

/** Adds so many copies of the rows that are meant, each with its number as `i`. */
const copy = async (
  tables: Tables,
  table: string,
  meant: Readonly<Record<string, string>>,
  times: number,
  replaced: Readonly<Record<string, string>>,
): Promise<void> => {
  const { columns, values } = await copyOf(tables, table, replaced);
  const where = Object.entries(meant).map(([column, value]) => `t.${column} = '${value}'`);
  await tables.query(
    `INSERT INTO ${table} (${columns}) SELECT ${values} FROM ${table} t, generate_series(1, ${times}) i
     WHERE ${where.join(' AND ')}`,
  );
};

/** Other tenants under contract, and what years of work leave behind: notices and what was done. */
const neighbours = async (tables: Tables, { tenantId }: Base): Promise<void> => {
  const tenant = `md5('t' || i)::uuid`;
  const own = { tenant_id: tenantId };
  await copy(tables, 'tenants', { id: tenantId }, 1_000, { id: tenant, slug: `'shop' || i` });
  for (const [table, replaced] of Object.entries({
    contracts: { id: `md5('x' || i)::uuid` },
    contract_changes: { id: `gen_random_uuid()`, contract_id: `md5('x' || i)::uuid` },
    sender_profiles: {},
  }))
    await copy(tables, table, own, 1_000, { ...replaced, tenant_id: tenant });
  const at = (column: string): string => `t.${column} - i * interval '1 hour'`;
  await copy(tables, 'notices', own, 2_000, {
    id: 'gen_random_uuid()',
    posted_at: at('posted_at'),
  });
  await copy(tables, 'audit_trail', own, 20_000, { id: 'gen_random_uuid()', at: at('at') });
};

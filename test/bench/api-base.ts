import type { Tables } from '#test/tables';

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
export const generateBase = async (tables: Tables, base: Base): Promise<void> => {
  await tables.query("SET synchronous_commit = 'off'");
  for (let from = 1; from <= base.subscribers; from += chunk)
    await readers(tables, base, from, Math.min(base.subscribers, from + chunk - 1));
  await copies(tables, base);
  await tables.query('VACUUM ANALYZE');
};

const readers = async (
  tables: Tables,
  { tenantId, newsletterId }: Base,
  from: number,
  to: number,
): Promise<void> => {
  const joinedAt = `timestamptz '2026-04-01 09:00+09' - (i % 365) * interval '1 day'`;
  const numbers = `generate_series(${from}, ${to}) i`;
  const id = (kind: string): string => `md5('${kind}' || i)::uuid`;
  await tables.query(`INSERT INTO subscribers (tenant_id, id, address, address_hash, domain, joined_at, created_at)
    SELECT '${tenantId}', ${id('p')}, 'r' || i || '@d' || i % 50 || '.example.jp', sha256(('r' || i)::bytea),
      'd' || i % 50 || '.example.jp', ${joinedAt}, ${joinedAt} FROM ${numbers}`);
  await tables.query(`INSERT INTO subscriptions (tenant_id, id, newsletter_id, subscriber_id, status, status_at, created_at)
    SELECT '${tenantId}', ${id('s')}, '${newsletterId}', ${id('p')}, 'active', ${joinedAt}, ${joinedAt} FROM ${numbers}`);
  await tables.query(`INSERT INTO subscriber_changes (tenant_id, at, subscriber_id, newsletter_id, subscription_id, from_status, to_status, delta)
    SELECT '${tenantId}', ${joinedAt}, ${id('p')}, '${newsletterId}', ${id('s')}, 'pending', 'active', 1 FROM ${numbers}`);
  await tables.query(`INSERT INTO consent_records (tenant_id, id, subscription_id, newsletter_id, method, at, address_proof)
    SELECT '${tenantId}', ${id('c')}, ${id('s')}, '${newsletterId}', 'double-opt-in', ${joinedAt}, '' FROM ${numbers}`);
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
    ['opens', 'campaign_id', { campaign_id: id }],
  ];
  for (const [table, key, replaced] of sets) {
    const { columns, values } = await copyOf(tables, table, replaced);
    await tables.query(
      `INSERT INTO ${table} (${columns}) SELECT ${values} FROM ${table} t, generate_series(1, ${campaigns}) i
       WHERE t.tenant_id = $1 AND t.${key} = $2`,
      [tenantId, campaignId],
    );
  }
};

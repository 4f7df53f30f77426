import pg from 'pg';
import { createDatabase } from './database.js';
import type { TestDatabase } from './database.js';

/** Everything that stands in a base, table by table: what a dump of it holds. */
export type Backup = ReadonlyMap<string, readonly string[]>;

const connected = async <T>(url: string, work: (client: pg.Client) => Promise<T>): Promise<T> => {
  const client = new pg.Client({ connectionString: url });
  await client.connect();
  try {
    return await work(client);
  } finally {
    await client.end();
  }
};

/**
 * Takes all rows of all tables at one instant, as their owner, whom no wall stops. A program like pg_dump has to be as
 * new as the server and does not come with the embedded one, so rows are taken one by one: the same bytes.
 */
export const takeBackup = (url: string): Promise<Backup> =>
  connected(url, async (client) => {
    await client.query('BEGIN ISOLATION LEVEL REPEATABLE READ READ ONLY');
    const tables = await client.query<{ name: string }>(
      `SELECT relname AS name FROM pg_class WHERE relnamespace = 'public'::regnamespace AND relkind IN ('r', 'p') ORDER BY 1`,
    );
    const backup = new Map<string, string[]>();
    for (const { name } of tables.rows) {
      const table = pg.escapeIdentifier(name);
      const { rows } = await client.query<{ row: string }>(
        `SELECT to_jsonb(t)::text AS row FROM ${table} t`,
      );
      backup.set(
        name,
        rows.map(({ row }) => row),
      );
    }
    await client.query('COMMIT');
    return backup;
  });

/** Puts a backup into a base of its own. */
export const restoreBackup = async (backup: Backup): Promise<TestDatabase> => {
  const database = await createDatabase();
  await connected(database.url, async (client) => {
    await client.query(`SET session_replication_role = replica`); // neither triggers nor foreign keys, as a restore does
    for (const [name, rows] of backup) {
      const table = pg.escapeIdentifier(name);
      await client.query(`DELETE FROM ${table}`);
      await client.query(
        `INSERT INTO ${table} OVERRIDING SYSTEM VALUE
         SELECT (jsonb_populate_record(NULL::${table}, row::jsonb)).* FROM unnest($1::text[]) AS row`,
        [rows],
      );
    }
  });
  return database;
};

/** The tables in whose rows a text stands. */
export const tablesWith = (backup: Backup, text: string): string[] =>
  [...backup].filter(([, rows]) => rows.some((row) => row.includes(text))).map(([name]) => name);

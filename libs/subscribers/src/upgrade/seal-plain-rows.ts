import pg from 'pg';
import { sealConsents } from './seal-consents.js';
import { sealMigrationRows } from './seal-migration-rows.js';
import { sealOptIns } from './seal-opt-ins.js';
import { sealSubscribers } from './seal-subscribers.js';
import type { SealSome, Sealing } from './sealing.js';

const lockKey = 4_702_118;

const steps: Readonly<Record<string, SealSome>> = {
  subscribers: sealSubscribers,
  opt_in_requests: sealOptIns,
  migration_rows: sealMigrationRows,
  consent_records: sealConsents,
};

/**
 * Seals what readers entrusted to tenants before there were keys of tenants, as the owner of the database, batch by
 * batch: whoever starts it again after a crash goes on where it stopped. Does nothing on a base that is sealed.
 *
 * In the end the plain columns are dropped and the tables written anew, so that nothing of them is left in dead rows.
 * Dumps of the time before stay readable: delete them.
 * @param provide is asked only where something is to be sealed
 * @param tell is told the rows sealed so far, by table
 */
export const sealPlainRows = async (
  url: string,
  provide: () => Sealing,
  tell: (table: string, rows: number) => void = () => undefined,
): Promise<void> => {
  const client = new pg.Client({ connectionString: url });
  await client.connect();
  try {
    await client.query('SELECT pg_advisory_lock($1)', [lockKey]);
    if (!(await hasPlainRows(client))) return;
    const sealing = provide();
    await client.query(indexes);
    for (const [table, sealSome] of Object.entries(steps)) {
      // The owner, too, sees rows of tenants only while the wall is down; dropping the columns raises it again.
      await client.query(`ALTER TABLE ${table} NO FORCE ROW LEVEL SECURITY`);
      for (let rows = 0, some; (some = await sealSome(client, sealing)) > 0;)
        tell(table, (rows += some));
    }
    await client.query(
      'BEGIN; SELECT drop_plain_readers(); DROP FUNCTION drop_plain_readers(); COMMIT',
    );
    await client.query(`VACUUM FULL ${Object.keys(steps).join(', ')}`);
    await client.query('ANALYZE subscribers');
  } finally {
    await client.end();
  }
};

/** Finds the rows that are left; they go with their columns. */
const indexes = `
  CREATE INDEX IF NOT EXISTS subscribers_plain ON subscribers (id) WHERE plain_address IS NOT NULL;
  CREATE INDEX IF NOT EXISTS consent_records_plain ON consent_records (id)
    WHERE num_nonnulls(plain_ip, plain_user_agent, plain_request_ip) > 0;
`;

const hasPlainRows = async (client: pg.Client): Promise<boolean> => {
  const { rows } = await client.query<{ plain: boolean }>(
    `SELECT to_regproc('drop_plain_readers') IS NOT NULL AS plain`,
  );
  return rows[0]?.plain === true;
};

import pg from 'pg';
import { activeTenant } from '#lib/contracts/testing';
import { aDraft, campaignsParts } from '#lib/campaigns/testing';
import type { TestClient } from '#lib/accounts/testing';
import type { MailingStatus } from '#lib/delivery';
import { progressOf } from '#lib/delivery/testing';
import { SystemClock } from '#lib/kernel';
import type { TenantId } from '#lib/kernel';
import { aNewsletter, readersOf } from '#lib/subscribers/testing';
import { startApp } from '../app.js';
import type { TestApp } from '../app.js';
import { eventually } from '../eventually.js';
import { letter } from './letter.js';
import { manyReaders, readerFields } from './readers.js';

type Progress = Awaited<ReturnType<typeof progressOf>>;

/** A shop with readers. */
interface Shop {
  readonly tenantId: TenantId;
  readonly client: TestClient;
  readonly newsletterId: string;
}

/** An API process on a database of its own, for workers to work for: it plans campaigns and looks at the ledger. */
export interface Stage {
  readonly app: TestApp;
  /** What a worker process must know. */
  readonly env: Readonly<Record<string, string>>;
  /** Runs SQL as the owner of the database. */
  sql<R extends pg.QueryResultRow>(text: string, values?: unknown[]): Promise<R[]>;
  /** @param domains of the readers' addresses, one after the other */
  shop(readers: number, domains?: readonly string[]): Promise<Shop>;
  /** Plans a campaign for so many milliseconds from now. */
  plan(
    shop: Shop,
    afterMs: number,
    tracking?: boolean,
  ): Promise<{ readonly campaignId: string; readonly at: Date }>;
  status(campaignId: string): Promise<MailingStatus | undefined>;
  /** Waits until its account is closed. */
  finished(campaignId: string, withinMs?: number): Promise<void>;
  /** Addresses of those whose mail the ledger calls accepted. */
  accepted(campaignId: string): Promise<string[]>;
  progress(shop: Shop, campaignId: string): Promise<Progress>;
  /** How many processes wait for the outbox of this database. */
  listeners(): Promise<number>;
  stop(): Promise<void>;
}

export const startStage = async (env: Readonly<Record<string, string>>): Promise<Stage> => {
  const app = await startApp({ ...campaignsParts, clock: new SystemClock(), env });
  const pool = new pg.Pool({ connectionString: app.databaseUrl, max: 2 });
  pool.on('error', () => undefined); // the database may be killed under us
  const sql: Stage['sql'] = async (text, values) => (await pool.query(text, values)).rows as never;
  const status: Stage['status'] = async (campaignId) => {
    const found = 'SELECT status FROM mailings WHERE campaign_id = $1';
    return (await sql<{ status: MailingStatus }>(found, [campaignId]))[0]?.status;
  };
  return {
    app,
    sql,
    status,
    env: {
      DATABASE_URL: app.databaseUrl,
      QUEUE_URL: app.databaseUrl,
      QUEUE_PREFIX: new URL(app.databaseUrl).pathname.slice(1),
      SECRET_KEY: '11'.repeat(32),
      KEYS_DIR: app.keysDir,
      PUBLIC_URL: 'https://mail.example.jp',
      ...env,
    },
    shop: async (readers, domains) => {
      const { tenantId, client } = await activeTenant(app);
      const newsletterId = await aNewsletter(app, tenantId, { fields: readerFields });
      await manyReaders(app, tenantId, newsletterId, readers, domains);
      await sql('VACUUM ANALYZE');
      return { tenantId, client, newsletterId };
    },
    plan: async ({ client, newsletterId }, afterMs, tracking = true) => {
      const campaignId = await aDraft(client, newsletterId, letter(tracking));
      for (let leadMs = afterMs; ; leadMs *= 2) {
        const at = new Date(Date.now() + leadMs);
        const body = { at: at.toISOString() };
        const answer = await client.post(`/api/v1/campaigns/${campaignId}/schedule`, body);
        if (answer.status === 200) return { campaignId, at };
        // On a busy machine the instant may have passed before the request was read.
        if ((answer.body as { code?: string }).code !== 'campaign.time-past')
          throw new Error(`not planned: ${JSON.stringify(answer.body)}`);
      }
    },
    finished: (campaignId, withinMs = 3_600_000) =>
      eventually(async () => {
        const now = await status(campaignId);
        if (now !== 'finished') throw new Error(`the mailing is ${now ?? 'not launched'}`);
      }, withinMs),
    accepted: async (campaignId) => {
      const rows = await sql<{ tenantId: string; id: string }>(
        `SELECT tenant_id AS "tenantId", subscriber_id AS id FROM deliveries
         WHERE campaign_id = $1 AND state = 'accepted'`,
        [campaignId],
      );
      const readers = rows[0] ? await readersOf(app, rows[0].tenantId) : [];
      const addresses = new Map(readers.map(({ id, address }) => [id, address]));
      return rows.flatMap(({ id }) => addresses.get(id) ?? []);
    },
    progress: ({ tenantId }, campaignId) => progressOf(app, tenantId, campaignId),
    listeners: async () => {
      const [row] = await sql<{ count: number }>(
        `SELECT count(*)::int AS count FROM pg_stat_activity
         WHERE datname = current_database() AND query = 'LISTEN outbox'`,
      );
      return row?.count ?? 0;
    },
    stop: async () => {
      await pool.end();
      await app.stop();
    },
  };
};

import { createHash, randomBytes } from 'node:crypto';
import { migrations } from '#migrations';
import { migrate } from '#platform/database';
import { migrateQueue } from '#platform/queue';
import pg from 'pg';

/** The cluster of this test run; `npm test` starts one. */
const clusterUrl = (): string => {
  const url = process.env['TEST_DATABASE_URL'];
  if (!url)
    throw new Error('TEST_DATABASE_URL is not set: run the tests through `npm test -- <file>`');
  return url;
};

const databaseUrl = (name: string): string => {
  const url = new URL(clusterUrl());
  url.pathname = `/${name}`;
  return url.href;
};

const onCluster = async <T>(work: (client: pg.Client) => Promise<T>): Promise<T> => {
  const client = new pg.Client({ connectionString: clusterUrl() });
  await client.connect();
  try {
    return await work(client);
  } finally {
    await client.end();
  }
};

const templateName = `template_${createHash('sha256')
  .update(migrations.map((m) => m.toString()).join('\n'))
  .digest('hex')
  .slice(0, 16)}`;

/** Makes the migrated template once a cluster; an advisory lock lets one worker do it while the others wait. */
const ensureTemplate = (client: pg.Client): Promise<void> =>
  (async () => {
    const known = await client.query('SELECT FROM pg_database WHERE datname = $1', [templateName]);
    if (known.rowCount) return;
    const draft = `draft_${randomBytes(6).toString('hex')}`;
    await client.query(`CREATE DATABASE ${draft}`);
    await migrate(databaseUrl(draft), migrations);
    await migrateQueue(databaseUrl(draft));
    await client.query(`ALTER DATABASE ${draft} RENAME TO ${templateName}`);
  })();

export interface TestDatabase {
  readonly url: string;
  drop(): Promise<void>;
}

/** An empty database of its own, for tests of the migrations themselves. */
export const createEmptyDatabase = (): Promise<TestDatabase> =>
  onCluster((client) => create(client, ''));

/** A migrated database of its own for one test file. */
export const createDatabase = (): Promise<TestDatabase> =>
  onCluster(async (client) => {
    await client.query('SELECT pg_advisory_lock(1)');
    await ensureTemplate(client);
    return create(client, `TEMPLATE ${templateName}`);
  });

/** Migrates as far as an installation is that stands before the migration with that number; all the way without it. */
export const migrateUntil = (url: string, number = Infinity): Promise<void> =>
  migrate(
    url,
    migrations.filter(({ name }) => Number(name.slice(-13)) < number),
  );

const create = async (client: pg.Client, how: string): Promise<TestDatabase> => {
  const name = `test_${randomBytes(6).toString('hex')}`;
  await client.query(`CREATE DATABASE ${name} ${how}`);
  return {
    url: databaseUrl(name),
    drop: () =>
      onCluster(async (c) => {
        await c.query(`DROP DATABASE ${name} WITH (FORCE)`);
      }),
  };
};

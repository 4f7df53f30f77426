import { MovableClock, asTenantId, newId } from '#lib/kernel';
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { createDatabase } from '#test/database';
import type { TestDatabase } from '#test/database';
import pg from 'pg';
import type { DataSource } from 'typeorm';
import { Database } from './index.js';
import { openDataSource } from './testing.js';

const clock = new MovableClock('2026-01-31T23:59:59.999+09:00');
const a = asTenantId(newId(clock.now()));
const b = asTenantId(newId(clock.now()));

let test: TestDatabase;
let source: DataSource;
let database: Database;

beforeAll(async () => {
  test = await createDatabase();
  const owner = new pg.Client({ connectionString: test.url });
  await owner.connect();
  await owner.query(`
    CREATE TABLE notes (tenant_id uuid NOT NULL, text text NOT NULL, UNIQUE (tenant_id, text));
    SELECT protect_tenant_table('notes');
  `);
  await owner.end();
  source = await openDataSource(test.url, 4).initialize();
  database = new Database(source, clock);
});

afterAll(async () => {
  await source.destroy();
  await test.drop();
});

const texts = (): Promise<unknown[]> =>
  database.asSystem((tx) => tx.query('SELECT tenant_id, text FROM notes ORDER BY text'));

describe('Database', () => {
  it('shows a tenant its own rows only, whatever the query asks for', async () => {
    await database.inTenant(a, (tx) => tx.execute(`INSERT INTO notes VALUES ($1, 'of a')`, [a]));
    await database.inTenant(b, (tx) => tx.execute(`INSERT INTO notes VALUES ($1, 'of b')`, [b]));
    const seen = await database.inTenant(b, (tx) => tx.query('SELECT text FROM notes'));
    const changed = await database.inTenant(b, (tx) =>
      tx.execute(`DELETE FROM notes WHERE tenant_id = $1`, [a]),
    );
    expect({ seen, changed }).toEqual({ seen: [{ text: 'of b' }], changed: 0 });
    expect(await texts()).toEqual([
      { tenant_id: a, text: 'of a' },
      { tenant_id: b, text: 'of b' },
    ]);
  });

  it('keeps the walls where plans are kept', async () => {
    const seen = (tenant: typeof a): Promise<unknown[]> =>
      database.inTenantOften(tenant, (tx) => tx.query('SELECT tenant_id FROM notes'));
    for (let turn = 0; turn < 12; turn++)
      expect([await seen(a), await seen(b)]).toEqual([[{ tenant_id: a }], [{ tenant_id: b }]]);
  });

  it('plans anew when a table has changed its shape', async () => {
    const owner = new pg.Client({ connectionString: test.url });
    await owner.connect();
    try {
      await owner.query(`CREATE TABLE shapes (n int); INSERT INTO shapes VALUES (1);
        GRANT SELECT ON shapes TO hikyaku_app`);
      const look = (): Promise<unknown[]> =>
        database.inTenantOften(a, (tx) => tx.query('SELECT n FROM shapes'));
      expect(await look()).toEqual([{ n: 1 }]);
      await owner.query('ALTER TABLE shapes ALTER n TYPE text');
      expect(await Promise.all([look(), look(), look()])).toEqual(Array(3).fill([{ n: '1' }]));
    } finally {
      await owner.end();
    }
  });

  it('lets no tenant write a row of another', async () => {
    const write = database.inTenant(b, (tx) =>
      tx.execute(`INSERT INTO notes VALUES ($1, 'forged')`, [a]),
    );
    await expect(write).rejects.toThrow('row-level security');
  });

  it('keeps nothing of a failed transaction and calls no hook', async () => {
    const called: string[] = [];
    const work = database.inTenant(a, async (tx) => {
      tx.afterCommit(() => void called.push('hook'));
      await tx.execute(`INSERT INTO notes VALUES ($1, 'half')`, [a]);
      throw new Error('stop');
    });
    await expect(work).rejects.toThrow('stop');
    const half = await database.asSystem((tx) => tx.query(`SELECT FROM notes WHERE text = 'half'`));
    expect({ called, half }).toEqual({ called: [], half: [] });
  });

  it('works again after a deadlock, until both changes are in', async () => {
    const bump = (first: string, second: string): Promise<void> =>
      database.inTenant(a, async (tx) => {
        const lock = `SELECT pg_advisory_xact_lock(hashtext($1))`;
        await tx.query(lock, [first]);
        await tx.query(lock, [second]);
      });
    await Promise.all(
      Array.from({ length: 20 }, (_, i) => (i % 2 ? bump('x', 'y') : bump('y', 'x'))),
    );
    expect(await database.isReady()).toBe(true);
  });

  it('lets the database stand where the movable clock stands', async () => {
    const [row] = await database.asSystem((tx) =>
      tx.query<{ now: Date }>('SELECT app_now() AS now'),
    );
    expect(row).toEqual({ now: clock.now() });
  });
});

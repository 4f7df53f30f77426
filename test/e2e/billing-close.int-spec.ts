import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { join } from 'node:path';
import { YearMonth } from '#lib/kernel';
import { createDatabase } from '#test/database';
import type { TestDatabase } from '#test/database';
import { eventually } from '#test/eventually';
import { billingEnvironment, makeBillingBase } from '#test/rig/billing-base';
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import pg from 'pg';

const root = join(import.meta.dirname, '../..');
const tenants = 40;
const at = '2026-08-11T00:00:00+09:00';

let base: TestDatabase;
let client: pg.Client;

beforeAll(async () => {
  base = await createDatabase();
  await makeBillingBase(base.url, YearMonth.from('2026-07'), { tenants, ledgerRows: 400 });
  client = new pg.Client({ connectionString: base.url });
  await client.connect();
});

afterAll(async () => {
  await client.end();
  await base.drop();
});

/** The program of `billing:close`, from its source. */
const close = (): ReturnType<typeof spawn> =>
  spawn(
    process.execPath,
    [
      ...['-C', 'source', '--import', './scripts/typescript.mjs'],
      ...['apps/close/src/main.ts', '--month', '2026-07', '--at', at],
    ],
    {
      cwd: root,
      env: { PATH: process.env['PATH'], TZ: process.env['TZ'], ...billingEnvironment(base.url) },
      stdio: ['ignore', 'pipe', 'inherit'],
    },
  );

const finished = async (exitCode = 0): Promise<Record<string, number>> => {
  const child = close();
  let output = '';
  child.stdout?.on('data', (text: Buffer) => (output += text.toString()));
  const [code] = (await once(child, 'exit')) as [number | null];
  expect(code).toBe(exitCode);
  return JSON.parse(output.trim().split('\n').at(-1) ?? '') as Record<string, number>;
};

const rows = async (sql: string): Promise<unknown[]> => (await client.query(sql)).rows;

const documents = (): Promise<unknown[]> =>
  rows(
    `SELECT number, counterparty, amount_yen, encode(sha256, 'hex') AS sha256 FROM documents ORDER BY number`,
  );

describe('a month that is closed while the machine is pulled from under it', () => {
  let before: unknown[];

  beforeAll(async () => {
    // However fast the machine, the run comes no further than some invoices: the next one waits for us.
    await client.query(`CREATE FUNCTION halt() RETURNS trigger LANGUAGE plpgsql SECURITY DEFINER AS
      'BEGIN IF (SELECT count(*) FROM documents) > 4 THEN PERFORM pg_advisory_xact_lock(17); END IF; RETURN NEW; END'`);
    await client.query(
      'CREATE TRIGGER halt BEFORE INSERT ON documents FOR EACH ROW EXECUTE FUNCTION halt()',
    );
    await client.query('SELECT pg_advisory_lock(17)');
    const child = close();
    await eventually(async () => {
      expect((await documents()).length).toBeGreaterThan(4);
    });
    child.kill('SIGKILL');
    await once(child, 'exit');
    await client.query('SELECT pg_advisory_unlock(17)');
    await client.query('DROP TRIGGER halt ON documents');
    before = await documents();
  });

  it('was left half done', () => {
    expect(before.length).toBeLessThan(tenants);
  });

  it('is not stopped by a tenant at whose invoice something breaks', async () => {
    await client.query(`CREATE TABLE unlucky AS SELECT name FROM tenants
      WHERE id NOT IN (SELECT tenant_id FROM documents) ORDER BY name LIMIT 1`);
    await client.query(`CREATE FUNCTION broken() RETURNS trigger LANGUAGE plpgsql SECURITY DEFINER AS
      'BEGIN IF NEW.counterparty IN (SELECT name FROM unlucky) THEN RAISE ''broken''; END IF; RETURN NEW; END'`);
    await client.query(
      'CREATE TRIGGER broken BEFORE INSERT ON documents FOR EACH ROW EXECUTE FUNCTION broken()',
    );
    expect(await finished(1)).toMatchObject({ documents: tenants - 1, failed: 1 });
    await client.query('DROP TRIGGER broken ON documents');
  });

  it('is finished by the next run, which leaves alone what was issued', async () => {
    expect(await finished()).toMatchObject({ tenants, ledgerRows: 400, documents: tenants });
    expect((await documents()).slice(0, before.length)).toEqual(before);
  });

  it('has one invoice a tenant, of the amount that its peak makes due, and numbers without a gap', async () => {
    expect(
      await rows(`SELECT i.total_yen::int AS total, p.count, count(*)::int AS tenants FROM invoices i
        JOIN peaks p ON p.tenant_id = i.tenant_id AND p.month = '2026-07-01' GROUP BY 1, 2`),
    ).toEqual([{ total: Math.floor((14_800 + 5_000) * 1.1), count: 4, tenants }]);
    const numbers = (await documents()).map((row) => (row as { number: string }).number);
    expect(numbers).toEqual(
      Array.from({ length: tenants }, (_, i) => `2026-${String(i + 1).padStart(6, '0')}`),
    );
  });

  it('is not changed by a run more', async () => {
    const all = await documents();
    expect(await finished()).toMatchObject({ documents: tenants, billed: 0 });
    expect(await documents()).toEqual(all);
  });
});

import { coveredNames, personalNames, plainNames, restsUnknown, unregistered } from '#lib/privacy';
import { createDatabase } from '#test/database';
import type { TestDatabase } from '#test/database';
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import pg from 'pg';

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

/** All columns that could hold something about a person: numbers, instants, ids and flags alone can not. */
const columns = async (): Promise<string[]> => {
  const found = await client.query<{ name: string }>(`
    SELECT table_name || '.' || column_name AS name FROM information_schema.columns
    WHERE table_schema = 'public'
      AND udt_name NOT IN ('uuid', 'bool', 'int2', 'int4', 'int8', 'float8', 'numeric', 'date', 'timestamptz', '_uuid', '_int8')
    ORDER BY 1`);
  return found.rows.map(({ name }) => name);
};

describe('the register of personal data', () => {
  it('knows of every column whether it holds personal data', async () => {
    expect(unregistered(await columns())).toEqual([]);
  });

  it('names no column that is not there, and none twice', async () => {
    const names = [...personalNames(), ...plainNames()];
    const there = new Set(await columns());
    expect(names.filter((name) => !there.has(name))).toEqual([]);
    expect(names.filter((name, i) => names.indexOf(name) !== i)).toEqual([]);
  });

  it('says of all that ends with a contract how it rests, and why where it can be read', () => {
    expect(restsUnknown()).toEqual([]);
    const line = { table: 'guests', columns: ['name', 'diet'], class: 'A', purposes: [] } as const;
    expect(restsUnknown([{ ...line, role: 'entrusted' }])).toEqual(['guests.name', 'guests.diet']);
  });

  it('calls nothing sealed or hashed that could be read', async () => {
    const { rows } = await client.query<{ name: string }>(
      `SELECT table_name || '.' || column_name AS name FROM information_schema.columns
       WHERE table_schema = 'public' AND udt_name = 'bytea'`,
    );
    const bytes = new Set(rows.map(({ name }) => name));
    expect(coveredNames().filter((name) => !bytes.has(name))).toEqual([]);
    expect(coveredNames()).toEqual(
      expect.arrayContaining(['subscribers.address', 'subscribers.fields']),
    );
  });

  it.each(['text', 'bytea', 'jsonb', 'inet', 'text[]'])(
    'misses a new column of type %s',
    async (type) => {
      await client.query(`BEGIN; ALTER TABLE members ADD COLUMN nickname ${type}`);
      expect(unregistered(await columns())).toEqual(['members.nickname']);
      await client.query('ROLLBACK');
    },
  );

  it('misses a new table', async () => {
    await client.query('BEGIN; CREATE TABLE guests (id uuid PRIMARY KEY, name text)');
    expect(unregistered(await columns())).toEqual(['guests.name']);
    await client.query('ROLLBACK');
  });
});

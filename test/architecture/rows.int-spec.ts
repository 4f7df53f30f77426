import { openDataSource } from '#platform/database/testing';
import { createDatabase } from '#test/database';
import type { TestDatabase } from '#test/database';
import { afterAll, beforeAll, expect, it } from '@jest/globals';
import type { DataSource, EntityMetadata } from 'typeorm';
import '../../apps/libraries.js'; // brings every row class in

let test: TestDatabase;
let source: DataSource;

beforeAll(async () => {
  test = await createDatabase();
  source = await openDataSource(test.url, 2).initialize();
});

afterAll(async () => {
  await source.destroy();
  await test.drop();
});

interface Column {
  readonly name: string;
  readonly type: string;
  readonly nullable: boolean;
  readonly key: boolean;
}

const byName = (columns: Column[]): Column[] =>
  columns.sort((a, b) => (a.name < b.name ? -1 : Number(a.name > b.name)));

/** As the row class declares them. */
const declared = ({ columns }: EntityMetadata): Column[] =>
  byName(
    columns.map((column) => ({
      name: column.databaseName,
      type: `${source.driver.normalizeType(column)}${column.isArray ? '[]' : ''}`,
      nullable: column.isNullable,
      key: column.isPrimary,
    })),
  );

/** As the migrations made them. */
const migrated = async ({ tableName }: EntityMetadata): Promise<Column[]> =>
  byName(
    await source.query(
      `SELECT a.attname AS name, format_type(a.atttypid, NULL) AS type, NOT a.attnotnull AS nullable,
              coalesce(a.attnum = ANY (i.indkey), false) AS key
       FROM pg_attribute a
       LEFT JOIN pg_index i ON i.indrelid = a.attrelid AND i.indisprimary
       WHERE a.attrelid = $1::regclass AND a.attnum > 0 AND NOT a.attisdropped`,
      [tableName],
    ),
  );

it('every row class has the columns, types, keys and nulls of its table, no more and no fewer', async () => {
  const classes = source.entityMetadatas;
  const shown = Object.fromEntries(classes.map((row) => [row.tableName, declared(row)]));
  const tables = await Promise.all(
    classes.map(async (row) => [row.tableName, await migrated(row)] as const),
  );
  expect(Object.keys(shown)).not.toEqual([]);
  expect(shown).toEqual(Object.fromEntries(tables));
});

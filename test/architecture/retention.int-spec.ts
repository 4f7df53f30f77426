import { MovableClock, asTenantId, newId } from '#lib/kernel';
import { personalClasses } from '#lib/privacy';
import { Database } from '#platform/database';
import { Purge, RetentionParts } from '#platform/retention';
import type { RetentionRule } from '#platform/retention';
import { startCalendarPlatform } from '#test/platform';
import type { CalendarPlatform } from '#test/platform';
import { openTables } from '#test/tables';
import type { Tables } from '#test/tables';
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';

let platform: CalendarPlatform;
let tables: Tables;
let rules: readonly RetentionRule[];

beforeAll(async () => {
  platform = await startCalendarPlatform();
  tables = await openTables(platform.databaseUrl);
  rules = platform.get(RetentionParts).all.flatMap((part) => part.rules);
});

afterAll(async () => {
  await tables.close();
  await platform.stop();
});

/** Tables that hold rows of tenants, and about whose end nobody has said a word. */
const withoutEnd = async (): Promise<string[]> => {
  const found = await tables.query<{ name: string }>(`
    SELECT DISTINCT c.relname AS name FROM pg_class c JOIN pg_attribute a ON a.attrelid = c.oid
    WHERE c.relnamespace = 'public'::regnamespace AND c.relkind IN ('r', 'p') AND a.attname = 'tenant_id'
    ORDER BY 1`);
  const named = new Set(rules.map(({ table }) => table));
  return found.map(({ name }) => name).filter((name) => !named.has(name));
};

describe('the end of every row', () => {
  it('is told by its library, for each table with rows of tenants', async () => {
    expect(await withoutEnd()).toEqual([]);
  });

  it('is told for each table with personal data, in each of its classes or an earlier one', () => {
    const told = new Set(rules.map(({ table, class: each }) => `${table} ${each}`));
    const earlier: Record<string, string> = { B: 'A', C: 'B' };
    const silent = personalClasses().filter(({ table, class: each }) => {
      const sooner = earlier[each];
      return !told.has(`${table} ${each}`) && !(sooner && told.has(`${table} ${sooner}`));
    });
    expect(silent).toEqual([]);
  });

  it('is missed for a new table', async () => {
    await tables.query('CREATE TABLE guests (tenant_id uuid NOT NULL, name text)');
    expect(await withoutEnd()).toEqual(['guests']);
    await tables.query('DROP TABLE guests');
  });

  it('is SQL that works, and by which the platform may delete', async () => {
    const tenantId = asTenantId(newId(new MovableClock('2026-04-01T00:00:00Z').now()));
    const purge = platform.get(Purge);
    const broken: string[] = [];
    for (const rule of rules)
      await platform
        .get(Database)
        .asSystem(async (tx) => {
          if (rule.due === 'with-tenant') await purge.ofTenant(tx, rule, tenantId, 1);
          else await purge.before(tx, rule, new Date(0), [tenantId], 1);
        })
        .catch((error: unknown) => broken.push(`${rule.table}: ${String(error)}`));
    expect(broken).toEqual([]);
  });
});

describe('what tax law keeps (class C)', () => {
  it('is ended by no rule, neither with its tenant nor by age, at whatever time', () => {
    const kept = rules.filter(({ class: each }) => each === 'C');
    expect(kept.map(({ table }) => table)).toEqual(
      expect.arrayContaining(['documents', 'invoices', 'credit_notes', 'receipts', 'debit_files']),
    );
    expect(kept.filter(({ end }) => end.how !== 'keep')).toEqual([]);
    const ending = rules.filter(({ end }) => end.how === 'delete').map(({ table }) => table);
    expect(kept.filter(({ table }) => ending.includes(table))).toEqual([]);
  });

  it('can be deleted by no role that the program has', async () => {
    const documents = ['documents', 'invoices', 'invoice_lines', 'credit_notes', 'peaks'];
    const may = await tables.query<{ role: string; name: string }>(
      `SELECT role, name FROM unnest(ARRAY['hikyaku_app', 'hikyaku_system']) AS role, unnest($1::text[]) AS name
        WHERE has_table_privilege(role, name, 'DELETE')`,
      [documents],
    );
    expect(may).toEqual([]);
  });
});

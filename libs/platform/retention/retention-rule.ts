import type { DataClass } from '#lib/kernel';

/** How rows come to their end: they go, columns of them are blanked, or a law wants them where they are. */
export type RetentionEnd =
  | { readonly how: 'delete' }
  /** Column → SQL that stands there afterwards. */
  | { readonly how: 'forget'; readonly columns: Readonly<Record<string, string>> }
  | { readonly how: 'keep'; readonly why: string };

/** What of one table falls due together, and what then happens to it. @clause P2 保存期間, §3.7 */
export interface RetentionRule {
  readonly table: string;
  readonly class: DataClass;
  /**
   * All rows of a tenant at once; or each row when the period of its class has passed since an instant; or each after
   * a last day that stands in it. The latter two are SQL over its columns.
   */
  readonly due: 'with-tenant' | { readonly since: string } | { readonly after: string };
  /** SQL that gives a row's tenant; null where rows belong to nobody. */
  readonly tenant: string | null;
  readonly end: RetentionEnd;
  /** SQL: only rows for which this holds. */
  readonly only?: string;
}

interface Aside {
  readonly tenant?: string | null;
  readonly only?: string;
}

const names = (tables: string): string[] => tables.split(' ');

/** Whole rows that go with their tenant. Children before parents: `opens mailings`. */
export const goesWithTenant = (
  dataClass: DataClass,
  tables: string,
  { tenant = 'tenant_id', only }: Aside = {},
): RetentionRule[] =>
  names(tables).map((table) => ({
    ...{ table, class: dataClass, due: 'with-tenant', tenant, end: { how: 'delete' } },
    ...(only !== undefined && { only }),
  }));

/** Columns that are blanked with their tenant in rows that stay. */
export const forgottenWithTenant = (
  dataClass: DataClass,
  table: string,
  columns: Readonly<Record<string, string>>,
): RetentionRule => ({
  ...{ table, class: dataClass, due: 'with-tenant', tenant: 'tenant_id' },
  end: { how: 'forget', columns },
});

/** Rows that go one by one, when the period of their class has passed since an instant of theirs. */
export const goesByAge = (
  dataClass: DataClass,
  table: string,
  since: string,
  { tenant = 'tenant_id', only }: Aside = {},
): RetentionRule => ({
  ...{ table, class: dataClass, due: { since }, tenant, end: { how: 'delete' } },
  ...(only !== undefined && { only }),
});

/** Rows that go one by one, after a last day (SQL of type date) that was worked out when they were written. */
export const goesAfter = (
  dataClass: DataClass,
  table: string,
  after: string,
  { tenant = 'tenant_id', only }: Aside = {},
): RetentionRule => ({
  ...{ table, class: dataClass, due: { after }, tenant, end: { how: 'delete' } },
  ...(only !== undefined && { only }),
});

/** Rows that stay, and why. */
export const stays = (dataClass: DataClass, tables: string, why: string): RetentionRule[] =>
  names(tables).map((table) => ({
    ...{ table, class: dataClass, due: 'with-tenant', tenant: null },
    end: { how: 'keep', why },
  }));

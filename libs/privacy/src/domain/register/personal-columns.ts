import type { Purpose } from '#lib/kernel';
import type { DataClass } from '../retention.js';

/**
 * How values rest in the tables: sealed under a key that is not in the database, as keyed hashes, or in plain text for
 * a reason.
 */
type Rest = 'sealed' | 'hashed' | { readonly plain: string };

/** Columns of one table that hold personal data and are treated alike. @clause P2, P4, §3.7 */
export interface PersonalColumns {
  readonly table: string;
  readonly columns: readonly string[];
  readonly class: DataClass;
  readonly purposes: readonly Purpose[];
  /** The provider's own to answer for, or entrusted to it by a tenant. @clause P4-2 */
  readonly role: 'controller' | 'entrusted';
  /** Must be said of class A, which ends with the tenant's key. @clause 同意6 */
  readonly rests?: Rest;
}

/** Makes the lines of tables that share class, purposes and role. Each table with its columns, parted by spaces. */
export const all = (
  shared: Omit<PersonalColumns, 'table' | 'columns'>,
  tables: Readonly<Record<string, string>>,
): PersonalColumns[] =>
  Object.entries(tables).map(([table, columns]) => ({
    ...shared,
    table,
    columns: columns.split(' '),
  }));

import type { Tx } from '#platform/database';
import { Injectable } from '@nestjs/common';
import type { PriceTable } from '../domain/prices/price-table.js';
import { dateOfMonth, monthOfDate } from './dates.js';

/** A price table and who made it. */
export interface KeptPrices extends PriceTable {
  readonly draftedAt: Date;
  /** An operator's id. */
  readonly draftedBy: string | null;
  /** Null while it is a draft. */
  readonly publishedAt: Date | null;
  readonly publishedBy: string | null;
}

type Raw = Omit<KeptPrices, 'effectiveFrom'> & { effectiveFrom: string };

/** 料金規定 in versions; in the system's transactions. */
@Injectable()
export class PriceTablesStore {
  /** Newest version first. */
  async all(tx: Tx): Promise<KeptPrices[]> {
    const rows = await tx.query<Raw>(
      `SELECT version, effective_from::text AS "effectiveFrom", courses, drafted_at AS "draftedAt",
         drafted_by AS "draftedBy", published_at AS "publishedAt", published_by AS "publishedBy"
       FROM price_tables ORDER BY version DESC`,
    );
    return rows.map((row) => ({ ...row, effectiveFrom: monthOfDate(row.effectiveFrom) }));
  }

  /** Those in force some day, for pricing. */
  async published(tx: Tx): Promise<KeptPrices[]> {
    return (await this.all(tx)).filter(({ publishedAt }) => publishedAt);
  }

  /** Gives the new version. */
  async draft(
    tx: Tx,
    { effectiveFrom, courses }: Omit<PriceTable, 'version'>,
    at: Date,
    by: string | null,
  ): Promise<number> {
    const [row] = await tx.query<{ version: number }>(
      `INSERT INTO price_tables (version, effective_from, courses, drafted_at, drafted_by)
       SELECT coalesce(max(version), 0) + 1, $1, $2, $3, $4 FROM price_tables RETURNING version`,
      [dateOfMonth(effectiveFrom), JSON.stringify(courses), at, by],
    );
    return row?.version ?? 0;
  }

  async publish(tx: Tx, version: number, at: Date, by: string | null): Promise<void> {
    await tx.execute(
      'UPDATE price_tables SET published_at = $2, published_by = $3 WHERE version = $1',
      [version, at, by],
    );
  }

  /** Gives whether there was such a draft. */
  async discard(tx: Tx, version: number): Promise<boolean> {
    const count = await tx.execute(
      'DELETE FROM price_tables WHERE version = $1 AND published_at IS NULL',
      [version],
    );
    return count > 0;
  }

  /** Keeps two operators from drafting or publishing at once. */
  async lock(tx: Tx): Promise<void> {
    await tx.query(`SELECT pg_advisory_xact_lock(hashtext('billing.prices'))`);
  }
}

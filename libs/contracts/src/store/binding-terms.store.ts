import type { Tx } from '#platform/database';
import { Injectable } from '@nestjs/common';

/** A version of terms that whoever applies agrees to, from that instant on. */
export interface BindingVersion {
  readonly documentId: string;
  readonly number: number;
  /** SHA-256 of its text, hexadecimal. */
  readonly hash: string;
  readonly bindsFrom: Date;
}

/** In the system's transactions: they concern those who are no tenants yet. */
@Injectable()
export class BindingTermsStore {
  async add(tx: Tx, { documentId, number, hash, bindsFrom }: BindingVersion): Promise<void> {
    await tx.execute(
      `INSERT INTO binding_terms (document_id, number, hash, binds_from) VALUES ($1, $2, $3, $4)
       ON CONFLICT DO NOTHING`,
      [documentId, number, hash, bindsFrom],
    );
  }

  /** Whether that version bound at some instant from the first to the last; where nothing bound yet there is nothing to hold it against. */
  async bound(
    tx: Tx,
    { number, hash }: { number: string; hash: string },
    first: Date,
    last: Date,
  ): Promise<boolean> {
    const [row] = await tx.query<{ binds: boolean }>(
      `SELECT count(*) = 0 OR bool_or(
         number::text = $1 AND hash = lower($2) AND (superseded IS NULL OR superseded > $3)
       ) AS binds
       FROM (
         SELECT *, lead(binds_from) OVER (PARTITION BY document_id ORDER BY binds_from) AS superseded FROM binding_terms
       ) v WHERE binds_from <= $4`,
      [number, hash, first, last],
    );
    return row?.binds ?? false;
  }
}

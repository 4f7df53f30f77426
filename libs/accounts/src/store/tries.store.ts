import type { Tx } from '#platform/database';
import { Injectable } from '@nestjs/common';

/** Tries at sign-in and at password links, counted in rows so that every process sees the same count. */
@Injectable()
export class TriesStore {
  /** Lets one transaction at a time count and add within these buckets; sorted, so that two cannot wait for each other. */
  async lock(tx: Tx, buckets: readonly Buffer[]): Promise<void> {
    for (const bucket of [...buckets].sort((a, b) => a.compare(b)))
      await tx.query('SELECT pg_advisory_xact_lock($1)', [bucket.readBigInt64BE().toString()]);
  }

  /** Instants of the tries since then, newest first, no more than asked for. */
  async latest(tx: Tx, bucket: Buffer, since: Date, most: number): Promise<Date[]> {
    const rows = await tx.query<{ at: Date }>(
      'SELECT at FROM sign_in_attempts WHERE bucket = $1 AND at > $2 ORDER BY at DESC LIMIT $3',
      [bucket, since, most],
    );
    return rows.map(({ at }) => at);
  }

  /** Gives the ids, for taking back. */
  async add(tx: Tx, buckets: readonly Buffer[], at: Date): Promise<number[]> {
    const rows = await tx.query<{ id: number }>(
      'INSERT INTO sign_in_attempts (bucket, at) SELECT unnest($1::bytea[]), $2 RETURNING id',
      [buckets, at],
    );
    return rows.map(({ id }) => id);
  }

  async takeBack(tx: Tx, ids: readonly number[]): Promise<void> {
    await tx.execute('DELETE FROM sign_in_attempts WHERE id = ANY($1)', [ids]);
  }

  async deleteBefore(tx: Tx, at: Date): Promise<void> {
    await tx.execute('DELETE FROM sign_in_attempts WHERE at < $1', [at]);
  }
}

import { Injectable } from '@nestjs/common';
import type { Tx } from '../database/index.js';
import type { JobData } from './job-type.js';

export interface OutboxEntry {
  readonly id: number;
  readonly kind: 'job' | 'fact' | 'removal';
  readonly name: string;
  readonly key: string;
  readonly data: JobData;
  readonly delayMs: number;
}

const columns = `id, kind, name, key, data, greatest(0, extract(epoch FROM due_at - app_now()) * 1000)::float8 AS "delayMs"`;

/** Reading and clearing of the outbox; only relays use it. */
@Injectable()
export class OutboxStore {
  /** Locks up to `limit` entries that no other relay holds, oldest first. */
  next(tx: Tx, limit: number): Promise<OutboxEntry[]> {
    return tx.query<OutboxEntry>(
      `SELECT ${columns} FROM outbox ORDER BY id LIMIT $1 FOR UPDATE SKIP LOCKED`,
      [limit],
    );
  }

  /** The one entry that is due first at the (movable) database time, or none. */
  async nextDue(tx: Tx): Promise<OutboxEntry | undefined> {
    const [entry] = await tx.query<OutboxEntry>(
      `SELECT ${columns} FROM outbox WHERE due_at <= app_now() ORDER BY due_at, id LIMIT 1 FOR UPDATE SKIP LOCKED`,
    );
    return entry;
  }

  async delete(tx: Tx, ids: readonly number[]): Promise<void> {
    await tx.execute('DELETE FROM outbox WHERE id = ANY($1)', [ids]);
  }

  /** Drops waiting jobs of that name and key. */
  async deleteJob(tx: Tx, name: string, key: string): Promise<void> {
    await tx.execute(`DELETE FROM outbox WHERE kind = 'job' AND name = $1 AND key = $2`, [
      name,
      key,
    ]);
  }
}

import type { Tx } from '#platform/database';
import { Injectable } from '@nestjs/common';
import { IsNull, Not } from 'typeorm';
import { NoticeRow } from './notice.row.js';

@Injectable()
export class NoticesStore {
  async insert(tx: Tx, notice: NoticeRow): Promise<void> {
    await tx.rows(NoticeRow).insert(notice);
  }

  /** The notice while it waits to be sent: with its text. */
  async waiting(tx: Tx, id: string): Promise<NoticeRow | undefined> {
    return (await tx.rows(NoticeRow).findOneBy({ id, body: Not(IsNull()) })) ?? undefined;
  }

  async settle(tx: Tx, id: string, outcome: 'sent' | 'refused', at: Date): Promise<void> {
    const column = outcome === 'sent' ? 'sent_at' : 'refused_at';
    await tx.execute(`UPDATE notices SET ${column} = $2, body = NULL WHERE id = $1`, [id, at]);
  }

  /** Clears the text of what could not be sent in time. */
  async clearBodies(tx: Tx, postedBefore: Date): Promise<number> {
    return tx.execute(`UPDATE notices SET body = NULL WHERE body IS NOT NULL AND posted_at < $1`, [
      postedBefore,
    ]);
  }
}

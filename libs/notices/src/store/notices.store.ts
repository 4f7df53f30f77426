import type { TenantId } from '#lib/kernel';
import type { Tx } from '#platform/database';
import { Injectable } from '@nestjs/common';
import { NoticeRow } from './notice.row.js';

@Injectable()
export class NoticesStore {
  /** Gives the id it is kept by: that of an earlier one, where the tenant was told of the same before. */
  async insert(tx: Tx, notice: NoticeRow): Promise<string> {
    const { id, tenantId, kind, about } = notice;
    const rows = tx.rows(NoticeRow);
    if (about === null) {
      await rows.insert(notice);
      return id;
    }
    await rows.createQueryBuilder().insert().values(notice).orIgnore().execute();
    const [kept] = await tx.query<{ id: string }>(
      'SELECT id FROM notices WHERE tenant_id = $1 AND kind = $2 AND about = $3',
      [tenantId, kind, about],
    );
    return kept?.id ?? id;
  }

  /** The notice while it waits to be mailed: with its text. */
  async waiting(tx: Tx, id: string): Promise<NoticeRow | undefined> {
    const notice = await this.find(tx, id);
    return notice?.channel === 'mail' && notice.body !== null && !notice.sentAt && !notice.refusedAt
      ? notice
      : undefined;
  }

  async find(tx: Tx, id: string): Promise<NoticeRow | undefined> {
    return (await tx.rows(NoticeRow).findOneBy({ id })) ?? undefined;
  }

  /**
   * Notes what became of it, unless that is known; gives whether it was news. A report of its failure may have been
   * faster than the relay's answer was written down: then it has not arrived.
   */
  async settle(tx: Tx, id: string, outcome: 'sent' | 'refused', at: Date): Promise<boolean> {
    const columns =
      outcome === 'sent'
        ? 'sent_at = $2, arrived_at = CASE WHEN bounced_at IS NULL THEN $2::timestamptz END'
        : 'refused_at = $2, bounced_at = coalesce(bounced_at, $2)';
    const rows = await tx.query<{ isNews: boolean }>(
      `UPDATE notices n SET ${columns}, body = CASE WHEN n.secret THEN NULL ELSE n.body END
       FROM (SELECT id, bounced_at IS NULL AS "isNews" FROM notices WHERE id = $1 FOR UPDATE) b
       WHERE n.id = b.id AND n.sent_at IS NULL AND n.refused_at IS NULL RETURNING b."isNews"`,
      [id, at],
    );
    return rows[0]?.isNews ?? false;
  }

  /** It came back after all; gives whose it was, if that was news. */
  async bounce(tx: Tx, id: string, at: Date): Promise<{ tenantId: TenantId | null } | undefined> {
    const [row] = await tx.query<{ tenantId: TenantId | null }>(
      `UPDATE notices SET bounced_at = $2, arrived_at = NULL
       WHERE id = $1 AND channel = 'mail' AND NOT secret AND bounced_at IS NULL RETURNING tenant_id AS "tenantId"`,
      [id, at],
    );
    return row;
  }

  /** Clears the secret text of what could not be sent in time. */
  async clearBodies(tx: Tx, postedBefore: Date): Promise<number> {
    return tx.execute(
      `UPDATE notices SET body = NULL WHERE secret AND body IS NOT NULL AND posted_at < $1`,
      [postedBefore],
    );
  }
}

import type { TenantId } from '#lib/kernel';
import type { Tx } from '#platform/database';
import type { Position } from '#platform/http';
import { Injectable } from '@nestjs/common';
import type { NoticeChannel } from './notice.row.js';

/** A notice as its tenant sees it in a list. */
export interface InboxEntry {
  readonly id: string;
  readonly kind: string;
  readonly channel: NoticeChannel;
  readonly subject: string;
  readonly postedAt: Date;
  readonly sentAt: Date | null;
  readonly arrivedAt: Date | null;
  readonly bouncedAt: Date | null;
  readonly readAt: Date | null;
}

export interface InboxNotice extends InboxEntry {
  readonly text: string;
  readonly documents: readonly { readonly name: string; readonly type: string }[];
}

const columns = `id, kind, channel, subject, posted_at AS "postedAt", sent_at AS "sentAt",
  arrived_at AS "arrivedAt", bounced_at AS "bouncedAt", read_at AS "readAt"`;

/** What a tenant was told, whatever way it went; nothing that holds a secret. */
@Injectable()
export class InboxStore {
  /** Newest first, from after `from`. */
  list(tx: Tx, tenantId: TenantId, limit: number, from?: Position): Promise<InboxEntry[]> {
    return tx.query<InboxEntry>(
      `SELECT ${columns} FROM notices
       WHERE tenant_id = $1 AND NOT secret AND ($3::timestamptz IS NULL OR (posted_at, id) < ($3, $4::uuid))
       ORDER BY posted_at DESC, id DESC LIMIT $2`,
      [tenantId, limit, from?.sort ?? null, from?.id ?? null],
    );
  }

  async find(tx: Tx, tenantId: TenantId, id: string): Promise<InboxNotice | undefined> {
    const [row] = await tx.query<InboxNotice>(
      `SELECT ${columns}, coalesce(body, '') AS text, (
         SELECT coalesce(jsonb_agg(jsonb_build_object('name', d.name, 'type', d.type) ORDER BY d.position), '[]')
         FROM notice_documents d WHERE d.tenant_id = $1 AND d.notice_id = $2) AS documents
       FROM notices WHERE tenant_id = $1 AND id = $2 AND NOT secret`,
      [tenantId, id],
    );
    return row;
  }

  async unread(tx: Tx, tenantId: TenantId): Promise<number> {
    const [row] = await tx.query<{ count: number }>(
      'SELECT count(*) AS count FROM notices WHERE tenant_id = $1 AND NOT secret AND read_at IS NULL',
      [tenantId],
    );
    return row?.count ?? 0;
  }

  async document(
    tx: Tx,
    tenantId: TenantId,
    id: string,
    position: number,
  ): Promise<{ name: string; type: string; content: Buffer } | undefined> {
    const [row] = await tx.query<{ name: string; type: string; content: Buffer }>(
      `SELECT d.name, d.type, d.content FROM notice_documents d
       JOIN notices n ON n.tenant_id = d.tenant_id AND n.id = d.notice_id AND NOT n.secret
       WHERE d.tenant_id = $1 AND d.notice_id = $2 AND d.position = $3`,
      [tenantId, id, position],
    );
    return row;
  }

  /** The first reading counts; gives whether there is such a notice. */
  async read(tx: Tx, tenantId: TenantId, id: string, at: Date): Promise<boolean> {
    const count = await tx.execute(
      'UPDATE notices SET read_at = coalesce(read_at, $3) WHERE tenant_id = $1 AND id = $2 AND NOT secret',
      [tenantId, id, at],
    );
    return count > 0;
  }
}

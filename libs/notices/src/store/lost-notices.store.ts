import type { TenantId } from '#lib/kernel';
import type { Tx } from '#platform/database';
import { Injectable } from '@nestjs/common';
import type { NoticeChannel } from './notice.row.js';

/** A notice to a tenant that came back, and that nobody has done anything about. */
export interface LostNotice {
  readonly id: string;
  readonly tenantId: TenantId;
  readonly kind: string;
  readonly channel: NoticeChannel;
  readonly subject: string;
  readonly postedAt: Date;
  readonly bouncedAt: Date;
}

const columns = `n.id, n.tenant_id AS "tenantId", n.kind, n.channel, n.subject, n.posted_at AS "postedAt", n.bounced_at AS "bouncedAt"`;

/** Neither said once more nor left at that. */
const open = `n.bounced_at IS NOT NULL AND n.let_be_at IS NULL AND NOT n.secret AND n.tenant_id IS NOT NULL
  AND NOT EXISTS (SELECT FROM notices r WHERE r.repeat_of = n.id)`;

@Injectable()
export class LostNoticesStore {
  /** Of all tenants, the longest lost first; in the system's transaction. */
  list(tx: Tx, kinds: string): Promise<LostNotice[]> {
    return tx.query<LostNotice>(
      `SELECT ${columns} FROM notices n WHERE ${open} AND starts_with(n.kind, $1) ORDER BY n.bounced_at, n.id LIMIT 500`,
      [kinds],
    );
  }

  /** Locked until the transaction ends; undefined when it arrived, or was dealt with. */
  async hold(tx: Tx, tenantId: TenantId, id: string): Promise<LostNotice | undefined> {
    const [notice] = await tx.query<LostNotice>(
      `SELECT ${columns} FROM notices n WHERE n.tenant_id = $1 AND n.id = $2 AND ${open} FOR UPDATE OF n`,
      [tenantId, id],
    );
    return notice;
  }

  async letBe(tx: Tx, tenantId: TenantId, id: string, at: Date): Promise<void> {
    await tx.execute('UPDATE notices SET let_be_at = $3 WHERE tenant_id = $1 AND id = $2', [
      tenantId,
      id,
      at,
    ]);
  }
}

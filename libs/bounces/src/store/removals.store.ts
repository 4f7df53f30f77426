import type { TenantId } from '#lib/kernel';
import type { Position } from '#platform/http';
import type { Tx } from '#platform/database';
import { Injectable } from '@nestjs/common';
import type { Reason } from '../domain/refusal/reason.js';

/** An address that was removed; of the address itself only the masked line is left. */
export interface Removal {
  readonly id: string;
  readonly subscriberId: string;
  readonly removedAt: Date;
  /** `t***@example.jp` */
  readonly maskedLine: string;
  /** Of the last failure. */
  readonly reason: Reason;
}

@Injectable()
export class Removals {
  async add(tx: Tx, tenantId: TenantId, removal: Removal): Promise<void> {
    await tx.execute(
      `INSERT INTO bounce_removals (tenant_id, id, subscriber_id, removed_at, masked_line, reason)
       VALUES ($1, $2, $3, $4, $5, $6)`,
      [
        tenantId,
        removal.id,
        removal.subscriberId,
        removal.removedAt,
        removal.maskedLine,
        removal.reason,
      ],
    );
  }

  /** Newest first; one row more than `size`, to see whether there is a next page. */
  page(tx: Tx, tenantId: TenantId, size: number, after: Position | undefined): Promise<Removal[]> {
    return tx.query<Removal>(
      `SELECT id, subscriber_id AS "subscriberId", removed_at AS "removedAt",
         masked_line AS "maskedLine", reason
       FROM bounce_removals
       WHERE tenant_id = $1 AND ($3::uuid IS NULL OR id < $3)
       ORDER BY id DESC LIMIT $2`,
      [tenantId, size + 1, after?.id ?? null],
    );
  }
}

import type { TenantId } from '#lib/kernel';
import type { Tx } from '#platform/database';
import { Injectable } from '@nestjs/common';

/** Why data of a tenant, or what one person asked to be erased, stay until it is lifted. */
export interface LegalHold {
  readonly id: string;
  readonly tenantId: TenantId | null;
  readonly requestId: string | null;
  readonly reason: string;
  readonly setBy: string | null;
  readonly setAt: Date;
  readonly liftReason: string | null;
  readonly liftAskedBy: string | null;
  readonly liftAskedAt: Date | null;
  readonly liftedBy: string | null;
  readonly liftedAt: Date | null;
}

const select = `SELECT id, tenant_id AS "tenantId", request_id AS "requestId", reason, set_by AS "setBy",
    set_at AS "setAt", lift_reason AS "liftReason", lift_asked_by AS "liftAskedBy", lift_asked_at AS "liftAskedAt",
    lifted_by AS "liftedBy", lifted_at AS "liftedAt" FROM legal_holds`;

/** System transactions only. */
@Injectable()
export class HoldsStore {
  /** Fails as a duplicate where one is in force. */
  async add(
    tx: Tx,
    h: Pick<LegalHold, 'id' | 'tenantId' | 'requestId' | 'reason' | 'setBy' | 'setAt'>,
  ): Promise<void> {
    await tx.execute(
      `INSERT INTO legal_holds (id, tenant_id, request_id, reason, set_by, set_at) VALUES ($1, $2, $3, $4, $5, $6)`,
      [h.id, h.tenantId, h.requestId, h.reason, h.setBy, h.setAt],
    );
  }

  /** Those in force first, the newest first. */
  list(tx: Tx): Promise<LegalHold[]> {
    return tx.query<LegalHold>(
      `${select} ORDER BY (lifted_at IS NULL) DESC, set_at DESC, id DESC LIMIT 500`,
    );
  }

  /** Locked until the transaction ends. */
  async hold(tx: Tx, id: string): Promise<LegalHold | undefined> {
    const [found] = await tx.query<LegalHold>(`${select} WHERE id = $1 FOR UPDATE`, [id]);
    return found;
  }

  async askLift(tx: Tx, id: string, by: string | null, reason: string, at: Date): Promise<void> {
    await tx.execute(
      'UPDATE legal_holds SET lift_reason = $2, lift_asked_by = $3, lift_asked_at = $4 WHERE id = $1',
      [id, reason, by, at],
    );
  }

  async lift(tx: Tx, id: string, by: string | null, at: Date): Promise<void> {
    await tx.execute('UPDATE legal_holds SET lifted_by = $2, lifted_at = $3 WHERE id = $1', [
      id,
      by,
      at,
    ]);
  }

  /** Tenants of which nothing may be erased. */
  async heldTenants(tx: Tx): Promise<TenantId[]> {
    const rows = await tx.query<{ tenantId: TenantId }>(
      `SELECT tenant_id AS "tenantId" FROM legal_holds
        WHERE lifted_at IS NULL AND request_id IS NULL AND tenant_id IS NOT NULL`,
    );
    return rows.map(({ tenantId }) => tenantId);
  }

  /** Whether what a request asks for must not be carried out now. */
  async isHeld(tx: Tx, requestId: string): Promise<boolean> {
    const rows = await tx.query(
      'SELECT FROM legal_holds WHERE lifted_at IS NULL AND request_id = $1',
      [requestId],
    );
    return rows.length > 0;
  }
}

import type { TenantId, Yen } from '#lib/kernel';
import { isDuplicate } from '#platform/database';
import type { Tx } from '#platform/database';
import { Injectable } from '@nestjs/common';
import { paymentsErrors } from '../payments.errors.js';
import { chargeStates } from './bounce-charges.store.js';

export const writeOffStates = chargeStates;

/** 貸倒: a debt that is given up, as one person proposed and another decided. */
export interface WriteOff {
  readonly tenantId: TenantId;
  readonly id: string;
  readonly invoiceId: string;
  /** What was open when it was proposed. */
  readonly amount: Yen;
  readonly reason: string;
  readonly state: (typeof writeOffStates)[number];
  readonly proposedAt: Date;
  readonly proposedBy: string;
  readonly decidedAt: Date | null;
  readonly decidedBy: string | null;
  readonly note: string | null;
}

const columns = `tenant_id AS "tenantId", id, invoice_id AS "invoiceId", amount, reason, state,
  proposed_at AS "proposedAt", proposed_by AS "proposedBy", decided_at AS "decidedAt", decided_by AS "decidedBy", note`;

@Injectable()
export class WriteOffs {
  /** @throws BusinessError payments.write-off-pending */
  async propose(
    tx: Tx,
    tenantId: TenantId,
    proposal: Pick<
      WriteOff,
      'id' | 'invoiceId' | 'amount' | 'reason' | 'proposedAt' | 'proposedBy'
    >,
  ): Promise<void> {
    const { id, invoiceId, amount, reason, proposedAt, proposedBy } = proposal;
    await tx
      .execute(
        `INSERT INTO write_offs (tenant_id, id, invoice_id, amount, reason, state, proposed_at, proposed_by)
         VALUES ($1, $2, $3, $4, $5, 'proposed', $6, $7)`,
        [tenantId, id, invoiceId, amount, reason, proposedAt, proposedBy],
      )
      .catch((error: unknown) => {
        throw isDuplicate(error) ? paymentsErrors.writeOffPending() : error;
      });
  }

  /** Locks it. In the system's transaction. @throws BusinessError payments.write-off-not-found */
  async lock(tx: Tx, id: string): Promise<WriteOff> {
    const [row] = await tx.query<WriteOff>(
      `SELECT ${columns} FROM write_offs WHERE id = $1 FOR UPDATE`,
      [id],
    );
    if (!row) throw paymentsErrors.writeOffNotFound();
    return row;
  }

  /** Of all tenants, newest first. In the system's transaction. */
  list(tx: Tx, state: WriteOff['state'] | undefined): Promise<WriteOff[]> {
    return tx.query(
      `SELECT ${columns} FROM write_offs WHERE $1::text IS NULL OR state = $1 ORDER BY id DESC LIMIT 500`,
      [state ?? null],
    );
  }

  async decide(
    tx: Tx,
    tenantId: TenantId,
    id: string,
    decision: { state: 'approved' | 'rejected'; at: Date; by: string; note: string | null },
  ): Promise<void> {
    await tx.execute(
      'UPDATE write_offs SET state = $3, decided_at = $4, decided_by = $5, note = $6 WHERE tenant_id = $1 AND id = $2',
      [tenantId, id, decision.state, decision.at, decision.by, decision.note],
    );
  }
}

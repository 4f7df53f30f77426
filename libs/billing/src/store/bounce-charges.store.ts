import type { TenantId, Yen } from '#lib/kernel';
import type { Tx } from '#platform/database';
import { Injectable } from '@nestjs/common';
import { paymentsErrors } from '../payments.errors.js';

export const chargeStates = ['proposed', 'approved', 'rejected'] as const;

/** The special charge for invented addresses, as one person proposed and another decided. @clause W12A */
export interface BounceCharge {
  readonly tenantId: TenantId;
  readonly id: string;
  readonly amount: Yen;
  /** What shows that the addresses were registered on purpose. */
  readonly evidence: string;
  readonly state: (typeof chargeStates)[number];
  readonly proposedAt: Date;
  readonly proposedBy: string;
  readonly decidedAt: Date | null;
  readonly decidedBy: string | null;
  readonly note: string | null;
}

const columns = `tenant_id AS "tenantId", id, amount, evidence, state, proposed_at AS "proposedAt",
  proposed_by AS "proposedBy", decided_at AS "decidedAt", decided_by AS "decidedBy", note`;

@Injectable()
export class BounceCharges {
  async propose(
    tx: Tx,
    tenantId: TenantId,
    charge: Pick<BounceCharge, 'id' | 'amount' | 'evidence' | 'proposedAt' | 'proposedBy'>,
  ): Promise<void> {
    await tx.execute(
      `INSERT INTO bounce_charges (tenant_id, id, amount, evidence, state, proposed_at, proposed_by)
       VALUES ($1, $2, $3, $4, 'proposed', $5, $6)`,
      [tenantId, charge.id, charge.amount, charge.evidence, charge.proposedAt, charge.proposedBy],
    );
  }

  /** Locks it. In the system's transaction. @throws BusinessError payments.charge-not-found */
  async lock(tx: Tx, id: string): Promise<BounceCharge> {
    const [charge] = await tx.query<BounceCharge>(
      `SELECT ${columns} FROM bounce_charges WHERE id = $1 FOR UPDATE`,
      [id],
    );
    if (!charge) throw paymentsErrors.chargeNotFound();
    return charge;
  }

  /** Of all tenants, newest first. In the system's transaction. */
  list(tx: Tx, state: BounceCharge['state'] | undefined): Promise<BounceCharge[]> {
    return tx.query(
      `SELECT ${columns} FROM bounce_charges WHERE $1::text IS NULL OR state = $1 ORDER BY id DESC LIMIT 500`,
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
      `UPDATE bounce_charges SET state = $3, decided_at = $4, decided_by = $5, note = $6
       WHERE tenant_id = $1 AND id = $2`,
      [tenantId, id, decision.state, decision.at, decision.by, decision.note],
    );
  }
}

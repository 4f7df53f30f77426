import type { TenantId } from '#lib/kernel';
import type { Tx } from '#platform/database';
import { Injectable } from '@nestjs/common';
import { paymentsErrors } from '../payments.errors.js';
import { decide, decidedByTwo } from './decided-by-two.js';
import type { DecidedByTwo, SecondWord } from './decided-by-two.js';

/** The special charge for invented addresses. @clause W12A */
export interface BounceCharge extends DecidedByTwo {
  /** What shows that the addresses were registered on purpose. */
  readonly evidence: string;
  /** Of the file that shows it; null where there is none. */
  readonly fileName: string | null;
}

const columns = `${decidedByTwo}, evidence, (SELECT f.name FROM bounce_charge_files f
  WHERE f.tenant_id = bounce_charges.tenant_id AND f.charge_id = bounce_charges.id) AS "fileName"`;

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

  decide(tx: Tx, tenantId: TenantId, id: string, word: SecondWord): Promise<void> {
    return decide(tx, 'bounce_charges', tenantId, id, word);
  }
}

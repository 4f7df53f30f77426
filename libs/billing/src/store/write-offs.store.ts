import type { TenantId } from '#lib/kernel';
import { isDuplicate } from '#platform/database';
import type { Tx } from '#platform/database';
import { Injectable } from '@nestjs/common';
import { paymentsErrors } from '../payments.errors.js';
import { decide, decidedByTwo } from './decided-by-two.js';
import type { DecidedByTwo, SecondWord } from './decided-by-two.js';

/** 貸倒: a debt that is given up; `amount` is what was open when it was proposed. */
export interface WriteOff extends DecidedByTwo {
  readonly invoiceId: string;
  readonly reason: string;
}

const columns = `${decidedByTwo}, invoice_id AS "invoiceId", reason`;

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

  decide(tx: Tx, tenantId: TenantId, id: string, word: SecondWord): Promise<void> {
    return decide(tx, 'write_offs', tenantId, id, word);
  }
}

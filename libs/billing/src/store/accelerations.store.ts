import { PlainDate } from '#lib/kernel';
import type { TenantId } from '#lib/kernel';
import type { Tx } from '#platform/database';
import { Injectable } from '@nestjs/common';

/** Ends of contracts, which make every debt due at once. @clause W14.3 */
@Injectable()
export class Accelerations {
  /** A second telling changes nothing. */
  async add(
    tx: Tx,
    tenantId: TenantId,
    { contractId, dueOn, at }: { contractId: string; dueOn: PlainDate; at: Date },
  ): Promise<void> {
    await tx.execute(
      `INSERT INTO accelerations (tenant_id, contract_id, due_on, at) VALUES ($1, $2, $3, $4)
       ON CONFLICT DO NOTHING`,
      [tenantId, contractId, dueOn.toString(), at],
    );
  }

  /** The day on which an ended contract's debts are due; null while it lives. */
  async of(tx: Tx, tenantId: TenantId, contractId: string): Promise<PlainDate | null> {
    const [row] = await tx.query<{ day: string }>(
      'SELECT due_on::text AS day FROM accelerations WHERE tenant_id = $1 AND contract_id = $2',
      [tenantId, contractId],
    );
    return row ? PlainDate.from(row.day) : null;
  }
}

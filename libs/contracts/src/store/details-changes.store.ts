import { PlainDate } from '#lib/kernel';
import type { TenantId } from '#lib/kernel';
import type { Tx } from '#platform/database';
import { Injectable } from '@nestjs/common';
import { contractsErrors } from '../contracts.errors.js';
import type { BillTo } from '../domain/contract.js';
import { ofContractInForce } from './contracts.store.js';

export const detailsChangeStates = ['to-check', 'planned', 'applied', 'refused'] as const;

/** What is to be different; what is not named stays. */
export type DetailsPatch = Partial<
  Omit<BillTo, 'kind'> & { readonly phone: string; readonly bankAccount: true }
>;

export interface DetailsChange {
  readonly id: string;
  readonly changes: DetailsPatch;
  readonly plannedDate: PlainDate;
  readonly arrivedAt: Date;
  readonly late: boolean;
  readonly state: (typeof detailsChangeStates)[number];
  readonly reason: string | null;
  readonly settledAt: Date | null;
}

type Columns = Omit<DetailsChange, 'plannedDate'> & { plannedDate: string };

const columns = `id, changes, planned_date::text AS "plannedDate", arrived_at AS "arrivedAt", late, state, reason, settled_at AS "settledAt"`;

const changeOf = (row: Columns): DetailsChange => ({
  ...row,
  plannedDate: PlainDate.from(row.plannedDate),
});

@Injectable()
export class DetailsChangesStore {
  async insert(
    tx: Tx,
    tenantId: TenantId,
    change: Omit<DetailsChange, 'reason' | 'settledAt'> & { contractId: string },
  ): Promise<void> {
    await tx.execute(
      `INSERT INTO details_changes (tenant_id, id, contract_id, changes, planned_date, arrived_at, late, state)
       VALUES ($1, $2, $3, $4, $5, $6, $7, $8)`,
      [
        tenantId,
        change.id,
        change.contractId,
        JSON.stringify(change.changes),
        change.plannedDate.toString(),
        change.arrivedAt,
        change.late,
        change.state,
      ],
    );
  }

  /** Newest first. */
  async of(tx: Tx, tenantId: TenantId): Promise<DetailsChange[]> {
    const rows = await tx.query<Columns>(
      `SELECT ${columns} FROM details_changes WHERE tenant_id = $1 ORDER BY arrived_at DESC, id DESC LIMIT 200`,
      [tenantId],
    );
    return rows.map(changeOf);
  }

  /** Those planned up to that day, in the order of their days. */
  async planned(tx: Tx, tenantId: TenantId, upTo: PlainDate): Promise<DetailsChange[]> {
    const rows = await tx.query<Columns>(
      `SELECT ${columns} FROM details_changes
       WHERE tenant_id = $1 AND state = 'planned' AND planned_date <= $2 ORDER BY planned_date, arrived_at FOR UPDATE`,
      [tenantId, upTo.toString()],
    );
    return rows.map(changeOf);
  }

  /** One that waits for an operator's look. @throws BusinessError contracts.request-not-found */
  async holdToCheck(tx: Tx, tenantId: TenantId, id: string): Promise<DetailsChange> {
    const [row] = await tx.query<Columns>(
      `SELECT ${columns} FROM details_changes WHERE tenant_id = $1 AND id = $2 AND state = 'to-check' FOR UPDATE`,
      [tenantId, id],
    );
    if (!row) throw contractsErrors.requestNotFound();
    return changeOf(row);
  }

  async settle(
    tx: Tx,
    tenantId: TenantId,
    id: string,
    to: { state: DetailsChange['state']; reason?: string | null; at: Date | null },
  ): Promise<void> {
    await tx.execute(
      'UPDATE details_changes SET state = $3, reason = $4, settled_at = $5 WHERE tenant_id = $1 AND id = $2',
      [tenantId, id, to.state, to.reason ?? null, to.at],
    );
  }

  /** All that wait for a look; none of a contract that is over. In the system's transaction. */
  async toCheck(tx: Tx): Promise<(DetailsChange & { tenantId: TenantId })[]> {
    const rows = await tx.query<Columns & { tenantId: TenantId }>(
      `SELECT tenant_id AS "tenantId", ${columns} FROM details_changes r
       WHERE state = 'to-check' AND ${ofContractInForce} ORDER BY arrived_at LIMIT 500`,
    );
    return rows.map((row) => ({ ...changeOf(row), tenantId: row.tenantId }));
  }
}

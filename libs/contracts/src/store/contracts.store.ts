import { actorId } from '#lib/accounts';
import type { Actor } from '#lib/accounts';
import { PlainDate, startOfJstDay } from '#lib/kernel';
import type { TenantId } from '#lib/kernel';
import { isDuplicate } from '#platform/database';
import type { Tx } from '#platform/database';
import { Injectable } from '@nestjs/common';
import { contractsErrors } from '../contracts.errors.js';
import type { ContractState, ContractStatus } from '../domain/contract-status.js';

export interface CurrentContract {
  readonly id: string;
  readonly status: ContractStatus;
  /** `2026-04-01` */
  readonly serviceStartDate: string;
}

export interface ContractChange {
  readonly status: ContractStatus;
  readonly at: Date;
  readonly actor: Actor;
  readonly reason: string | null;
}

/** One entry of the history, as shown. */
export interface PastChange {
  readonly status: ContractStatus;
  readonly at: Date;
  readonly actorKind: Actor['kind'];
  readonly actorId: string | null;
  readonly reason: string | null;
}

@Injectable()
export class ContractsStore {
  /** @throws BusinessError contracts.already-open */
  async insert(tx: Tx, tenantId: TenantId, contract: CurrentContract): Promise<void> {
    await tx
      .execute(
        'INSERT INTO contracts (tenant_id, id, status, service_start_date) VALUES ($1, $2, $3, $4)',
        [tenantId, contract.id, contract.status, contract.serviceStartDate],
      )
      .catch((error: unknown) => {
        throw isDuplicate(error) ? contractsErrors.alreadyOpen() : error;
      });
  }

  /** The contract in force. */
  async current(tx: Tx, tenantId: TenantId): Promise<CurrentContract | undefined> {
    const [contract] = await tx.query<CurrentContract>(
      `SELECT id, status, service_start_date::text AS "serviceStartDate" FROM contracts
       WHERE tenant_id = $1 AND status <> 'terminated'`,
      [tenantId],
    );
    return contract;
  }

  /** Moves the contract on, if it still is what the caller thinks, and gives whether it was. */
  async move(
    tx: Tx,
    tenantId: TenantId,
    id: string,
    from: ContractStatus,
    to: ContractStatus,
  ): Promise<boolean> {
    const count = await tx.execute(
      'UPDATE contracts SET status = $4 WHERE tenant_id = $1 AND id = $2 AND status = $3',
      [tenantId, id, from, to],
    );
    return count > 0;
  }

  async remember(tx: Tx, tenantId: TenantId, id: string, change: ContractChange): Promise<void> {
    await tx.execute(
      `INSERT INTO contract_changes (tenant_id, contract_id, status, at, actor_kind, actor_id, reason)
       VALUES ($1, $2, $3, $4, $5, $6, $7)`,
      [
        tenantId,
        id,
        change.status,
        change.at,
        change.actor.kind,
        actorId(change.actor),
        change.reason,
      ],
    );
  }

  /** What the latest change up to that instant made of the tenant's contract. */
  async stateAt(tx: Tx, tenantId: TenantId, at: Date): Promise<ContractState | undefined> {
    const [row] = await tx.query<{ status: ContractStatus; start: string }>(
      `SELECT h.status, c.service_start_date::text AS start
       FROM contract_changes h JOIN contracts c ON c.tenant_id = h.tenant_id AND c.id = h.contract_id
       WHERE h.tenant_id = $1 AND h.at <= $2 ORDER BY h.at DESC, h.id DESC LIMIT 1`,
      [tenantId, at],
    );
    return row && { status: row.status, serviceStartsAt: startOfJstDay(PlainDate.from(row.start)) };
  }

  /** The changes of a contract, newest first. */
  history(tx: Tx, tenantId: TenantId, id: string): Promise<PastChange[]> {
    return tx.query<PastChange>(
      `SELECT status, at, actor_kind AS "actorKind", actor_id AS "actorId", reason FROM contract_changes
       WHERE tenant_id = $1 AND contract_id = $2 ORDER BY at DESC, id DESC`,
      [tenantId, id],
    );
  }
}

import { actorId } from '#lib/accounts';
import type { Actor } from '#lib/accounts';
import type { TenantId } from '#lib/kernel';
import type { Tx } from '#platform/database';
import { Injectable } from '@nestjs/common';
import type { ContractStage } from '../domain/contract-stage.js';

export interface ContractChange {
  /** What it is after the change. */
  readonly stage: ContractStage;
  /** A move of the lifecycle, or what else happened to the contract. */
  readonly event: string;
  readonly at: Date;
  readonly actor: Actor;
  readonly reason?: string | null;
  readonly details?: Readonly<Record<string, string | number | null>>;
}

/** One entry of the history, as shown. */
export interface PastChange {
  readonly stage: ContractStage;
  readonly event: string;
  readonly at: Date;
  readonly actorKind: Actor['kind'];
  readonly reason: string | null;
  readonly details: Readonly<Record<string, string | number | null>>;
}

/** What happened to a contract, which can be added to and never changed. */
@Injectable()
export class HistoryStore {
  async add(tx: Tx, tenantId: TenantId, contractId: string, change: ContractChange): Promise<void> {
    const { stage, event, at, actor, reason = null, details = {} } = change;
    await tx.execute(
      `INSERT INTO contract_changes (tenant_id, contract_id, stage, event, at, actor_kind, actor_id, reason, details)
       VALUES ($1, $2, $3, $4, $5, $6, $7, $8, $9) ON CONFLICT DO NOTHING`,
      [
        tenantId,
        contractId,
        stage,
        event,
        at,
        actor.kind,
        actorId(actor),
        reason,
        JSON.stringify(details),
      ],
    );
  }

  /** Newest first. */
  of(tx: Tx, tenantId: TenantId, contractId: string): Promise<PastChange[]> {
    return tx.query<PastChange>(
      `SELECT stage, event, at, actor_kind AS "actorKind", reason, details FROM contract_changes
       WHERE tenant_id = $1 AND contract_id = $2 ORDER BY at DESC, id DESC LIMIT 500`,
      [tenantId, contractId],
    );
  }
}

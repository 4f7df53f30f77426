import type { TenantId } from '#lib/kernel';
import { isDuplicate } from '#platform/database';
import type { Tx } from '#platform/database';
import { Injectable } from '@nestjs/common';
import { contractsErrors } from '../contracts.errors.js';
import type { TerminationReason } from '../domain/termination.js';
import { ofContractInForce } from './contracts.store.js';

export const proposedActions = ['suspend', 'terminate'] as const;
export type ProposedAction = (typeof proposedActions)[number];

export interface ContractProposal {
  readonly id: string;
  readonly contractId: string;
  readonly contractVersion: number;
  readonly action: ProposedAction;
  readonly reason: string;
  readonly terminationReason: TerminationReason | null;
  /** Null for the platform itself. */
  readonly proposedBy: string | null;
  readonly proposedAt: Date;
}

export interface PastProposal extends ContractProposal {
  readonly state: 'open' | 'approved' | 'declined';
  readonly decidedAt: Date | null;
}

const columns = `id, contract_id AS "contractId", contract_version AS "contractVersion", action, reason,
  termination_reason AS "terminationReason", proposed_by AS "proposedBy", proposed_at AS "proposedAt",
  state, decided_at AS "decidedAt"`;

@Injectable()
export class ProposalsStore {
  /** @throws BusinessError contracts.proposal-open */
  async insert(tx: Tx, tenantId: TenantId, proposal: ContractProposal): Promise<void> {
    await tx
      .execute(
        `INSERT INTO contract_proposals (tenant_id, id, contract_id, contract_version, action, reason,
           termination_reason, proposed_by, proposed_at, state)
         VALUES ($1, $2, $3, $4, $5, $6, $7, $8, $9, 'open')`,
        [
          tenantId,
          proposal.id,
          proposal.contractId,
          proposal.contractVersion,
          proposal.action,
          proposal.reason,
          proposal.terminationReason,
          proposal.proposedBy,
          proposal.proposedAt,
        ],
      )
      .catch((error: unknown) => {
        throw isDuplicate(error) ? contractsErrors.proposalOpen() : error;
      });
  }

  async isOpen(tx: Tx, tenantId: TenantId, contractId: string, action: string): Promise<boolean> {
    const rows = await tx.query(
      `SELECT FROM contract_proposals WHERE tenant_id = $1 AND contract_id = $2 AND action = $3 AND state = 'open'`,
      [tenantId, contractId, action],
    );
    return rows.length > 0;
  }

  /** Locked until the transaction ends. @throws BusinessError contracts.proposal-not-found */
  async hold(tx: Tx, tenantId: TenantId, id: string): Promise<PastProposal> {
    const [proposal] = await tx.query<PastProposal>(
      `SELECT ${columns} FROM contract_proposals WHERE tenant_id = $1 AND id = $2 AND state = 'open' FOR UPDATE`,
      [tenantId, id],
    );
    if (!proposal) throw contractsErrors.proposalNotFound();
    return proposal;
  }

  /** Somebody answers for what the platform proposed, of the contract as it is now. */
  async adopt(
    tx: Tx,
    tenantId: TenantId,
    id: string,
    { by, contractVersion }: { by: string | null; contractVersion: number },
  ): Promise<void> {
    await tx.execute(
      'UPDATE contract_proposals SET proposed_by = $3, contract_version = $4 WHERE tenant_id = $1 AND id = $2',
      [tenantId, id, by, contractVersion],
    );
  }

  async decide(
    tx: Tx,
    tenantId: TenantId,
    id: string,
    decision: { state: 'approved' | 'declined'; by: string | null; at: Date },
  ): Promise<void> {
    await tx.execute(
      'UPDATE contract_proposals SET state = $3, decided_by = $4, decided_at = $5 WHERE tenant_id = $1 AND id = $2',
      [tenantId, id, decision.state, decision.by, decision.at],
    );
  }

  /** Declines what the platform itself proposed and nobody has taken up, and says what it was. */
  lapse(tx: Tx, tenantId: TenantId, at: Date): Promise<Pick<ContractProposal, 'id' | 'action'>[]> {
    return tx.query(
      `UPDATE contract_proposals SET state = 'declined', decided_at = $2
       WHERE tenant_id = $1 AND state = 'open' AND proposed_by IS NULL RETURNING id, action`,
      [tenantId, at],
    );
  }

  /** Newest first. */
  of(tx: Tx, tenantId: TenantId, contractId: string): Promise<PastProposal[]> {
    return tx.query<PastProposal>(
      `SELECT ${columns} FROM contract_proposals WHERE tenant_id = $1 AND contract_id = $2 ORDER BY proposed_at DESC, id DESC`,
      [tenantId, contractId],
    );
  }

  /** The open ones of all tenants, oldest first; none of a contract that is over. In the system's transaction. */
  open(tx: Tx): Promise<(PastProposal & { tenantId: TenantId })[]> {
    return tx.query(
      `SELECT tenant_id AS "tenantId", ${columns} FROM contract_proposals r
       WHERE state = 'open' AND ${ofContractInForce} ORDER BY proposed_at, id LIMIT 500`,
    );
  }
}

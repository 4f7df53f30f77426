import { AuditTrail, actorId } from '#lib/accounts';
import type { Actor } from '#lib/accounts';
import { Clock, newId } from '#lib/kernel';
import type { TenantId } from '#lib/kernel';
import { Database } from '#platform/database';
import type { Tx } from '#platform/database';
import { Injectable } from '@nestjs/common';
import type { TerminationReason } from '../domain/termination.js';
import { ContractsStore } from '../store/contracts.store.js';
import { ProposalsStore } from '../store/proposals.store.js';
import type { ProposedAction } from '../store/proposals.store.js';

interface Proposal {
  readonly tenantId: TenantId;
  readonly action: ProposedAction;
  /** For those who decide. */
  readonly reason: string;
  /** Of a termination. @clause W14.1 */
  readonly terminationReason: TerminationReason | null;
  readonly actor: Actor;
}

/** Puts a measure against a tenant before the people who decide. @clause W13.2, W14.1 */
@Injectable()
export class Propose {
  constructor(
    private readonly database: Database,
    private readonly contracts: ContractsStore,
    private readonly proposals: ProposalsStore,
    private readonly audit: AuditTrail,
    private readonly clock: Clock,
  ) {}

  /** @throws BusinessError contracts.not-found, contracts.proposal-open */
  execute(proposal: Proposal): Promise<string> {
    return this.database.inTenant(proposal.tenantId, (tx) => this.within(tx, proposal));
  }

  /** Gives the id of the proposal. */
  async within(tx: Tx, proposal: Proposal): Promise<string> {
    const { tenantId, action, reason, terminationReason, actor } = proposal;
    const contract = await this.contracts.hold(tx, tenantId);
    const proposedAt = this.clock.now();
    const id = newId(proposedAt);
    await this.proposals.insert(tx, tenantId, {
      id,
      contractId: contract.id,
      contractVersion: contract.version,
      action,
      reason,
      terminationReason,
      proposedBy: actorId(actor),
      proposedAt,
    });
    await this.audit.record(tx, {
      tenantId,
      actor,
      action: `contract.${action}-proposed`,
      subject: { kind: 'contract', id: contract.id },
      details: { reason },
    });
    return id;
  }
}

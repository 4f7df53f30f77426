import { AuditTrail, actorId } from '#lib/accounts';
import type { Actor } from '#lib/accounts';
import { Clock } from '#lib/kernel';
import type { TenantId } from '#lib/kernel';
import { Database } from '#platform/database';
import type { Tx } from '#platform/database';
import { Injectable } from '@nestjs/common';
import { contractsErrors } from '../contracts.errors.js';
import type { Contract } from '../domain/contract.js';
import { approve } from '../domain/two-persons.js';
import { terminationV1 } from '../notices/termination.v1.js';
import { terminationReasonTexts } from '../domain/termination.js';
import { ContractsStore } from '../store/contracts.store.js';
import { ProposalsStore } from '../store/proposals.store.js';
import type { PastProposal } from '../store/proposals.store.js';
import { MoveContract } from './move-contract.js';
import { SwitchService } from './switch-service.js';
import { TellTenant } from './tell-tenant.js';

interface Decision {
  readonly tenantId: TenantId;
  readonly proposalId: string;
  readonly approved: boolean;
  readonly actor: Actor;
}

/**
 * A person's decision on a proposal; a termination needs two. Where the platform proposed it, the first to approve
 * stands in for the proposer, and it stays open for another one.
 * @clause W13.2, W14.1
 */
@Injectable()
export class DecideProposal {
  constructor(
    private readonly database: Database,
    private readonly contracts: ContractsStore,
    private readonly proposals: ProposalsStore,
    private readonly switchService: SwitchService,
    private readonly move: MoveContract,
    private readonly tell: TellTenant,
    private readonly audit: AuditTrail,
    private readonly clock: Clock,
  ) {}

  /**
   * @throws BusinessError contracts.proposal-not-found, contracts.same-person, contracts.subject-changed, and those
   * of what was proposed
   */
  execute(decision: Decision): Promise<void> {
    const { tenantId, proposalId, approved, actor } = decision;
    return this.database.inTenant(tenantId, async (tx) => {
      const proposal = await this.proposals.hold(tx, tenantId, proposalId);
      if (approved && lacksProposer(proposal)) return this.adopt(tx, tenantId, proposal, actor);
      if (approved) await this.carryOut(tx, tenantId, proposal, actor);
      const state = approved ? 'approved' : 'declined';
      const at = this.clock.now();
      await this.proposals.decide(tx, tenantId, proposalId, { state, by: actorId(actor), at });
      await this.audit.record(tx, {
        tenantId,
        actor,
        action: `contract.proposal-${state}`,
        subject: { kind: 'contract-proposal', id: proposalId },
        details: { action: proposal.action },
      });
    });
  }

  private async adopt(
    tx: Tx,
    tenantId: TenantId,
    { id }: PastProposal,
    actor: Actor,
  ): Promise<void> {
    const { version: contractVersion } = await this.contracts.hold(tx, tenantId);
    await this.proposals.adopt(tx, tenantId, id, { by: actorId(actor), contractVersion });
    await this.audit.record(tx, {
      tenantId,
      actor,
      action: 'contract.proposal-adopted',
      subject: { kind: 'contract-proposal', id },
    });
  }

  private async carryOut(
    tx: Tx,
    tenantId: TenantId,
    proposal: PastProposal,
    actor: Actor,
  ): Promise<void> {
    const { action, reason } = proposal;
    if (action === 'suspend') {
      await this.switchService.within(tx, { tenantId, event: 'suspend', actor, reason });
      return;
    }
    const contract = await this.contracts.hold(tx, tenantId);
    this.requireSecondPerson(proposal, contract, actor);
    const terminationReason = proposal.terminationReason ?? 'unsuitable';
    await this.move.within(tx, tenantId, contract, {
      event: { kind: 'terminate-now' },
      met: ['immediate-reason', 'two-persons'],
      actor,
      reason,
      endReason: terminationReason,
    });
    const why = terminationReasonTexts[terminationReason];
    await this.tell.within(tx, tenantId, terminationV1, (locale) => ({ reason: why[locale] }));
  }

  private requireSecondPerson(proposal: PastProposal, contract: Contract, actor: Actor): void {
    const { contractVersion: subjectVersion, proposedBy, proposedAt } = proposal;
    const subject = { action: 'terminate', subjectId: contract.id, subjectVersion, proposedAt };
    const made = { ...subject, proposedBy: proposedBy ?? 'system', approval: null };
    const answer = approve(made, contract.version, actorId(actor) ?? 'system', this.clock.now());
    if (!('refused' in answer)) return;
    throw answer.refused === 'same-person'
      ? contractsErrors.samePerson()
      : contractsErrors.subjectChanged();
  }
}

/** A termination that only the platform has asked for: no person answers for it yet. */
const lacksProposer = ({ action, proposedBy }: PastProposal): boolean =>
  action === 'terminate' && proposedBy === null;

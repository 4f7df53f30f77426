import type { TenantId } from '#lib/kernel';
import type { Tx } from '#platform/database';
import { Injectable } from '@nestjs/common';
import type { TerminationReason } from './domain/termination.js';
import { ContractsStore } from './store/contracts.store.js';
import { ProposalsStore } from './store/proposals.store.js';
import type { ProposedAction } from './store/proposals.store.js';
import { Propose } from './use-cases/propose.js';

interface Case {
  readonly tenantId: TenantId;
  /** For those who decide. */
  readonly reason: string;
}

/** Nothing is proposed twice, nor for a tenant without a contract to measure. */
const onceOpen = async (
  tx: Tx,
  { contracts, proposals, propose }: Parts,
  proposal: Case & { action: ProposedAction; terminationReason: TerminationReason | null },
): Promise<void> => {
  const { tenantId, action } = proposal;
  const contract = await contracts.current(tx, tenantId);
  const fits = action === 'suspend' ? ['active'] : ['active', 'suspended'];
  if (!contract || !fits.includes(contract.stage)) return;
  if (await proposals.isOpen(tx, tenantId, contract.id, action)) return;
  await propose.within(tx, { ...proposal, actor: { kind: 'system' } });
};

interface Parts {
  readonly contracts: ContractsStore;
  readonly proposals: ProposalsStore;
  readonly propose: Propose;
}

/** For dunning: a suspension that an operator may decide on. @clause W13.2 */
@Injectable()
export class ProposeSuspension {
  constructor(
    private readonly contracts: ContractsStore,
    private readonly proposals: ProposalsStore,
    private readonly propose: Propose,
  ) {}

  within(tx: Tx, { tenantId, reason }: Case): Promise<void> {
    const { contracts, proposals, propose } = this;
    const proposal = { tenantId, reason, action: 'suspend', terminationReason: null } as const;
    return onceOpen(tx, { contracts, proposals, propose }, proposal);
  }
}

/** For dunning: a termination for non-payment that two operators may decide on. @clause W14.1 */
@Injectable()
export class ProposeTermination {
  constructor(
    private readonly contracts: ContractsStore,
    private readonly proposals: ProposalsStore,
    private readonly propose: Propose,
  ) {}

  within(tx: Tx, { tenantId, reason }: Case): Promise<void> {
    const { contracts, proposals, propose } = this;
    const terminationReason = 'non-payment';
    const proposal = { tenantId, reason, action: 'terminate', terminationReason } as const;
    return onceOpen(tx, { contracts, proposals, propose }, proposal);
  }
}

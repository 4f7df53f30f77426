import { Choice, Instant, NestedList, Text, Uuid } from '#platform/http';
import type { Contract } from '../domain/contract.js';
import { contractStages } from '../domain/contract-stage.js';
import type { PastChange } from '../store/history.store.js';

class ContractChangeView {
  @Choice(contractStages) status!: string;
  @Text({ about: 'What happened' }) event!: string;
  @Instant() at!: string;
  @Choice(['member', 'operator', 'api-key', 'system']) by!: string;
  @Text({ nullable: true }) reason!: string | null;
}

export class ContractView {
  @Uuid() id!: string;
  @Choice(contractStages) status!: string;
  @Text({ nullable: true, about: 'Day in Japan', example: '2026-04-01' })
  serviceStartDate!: string | null;
  @NestedList(() => ContractChangeView, { about: 'Newest first' }) history!: ContractChangeView[];
}

export const contractView = (
  contract: Contract & { history: readonly PastChange[] },
): ContractView => ({
  id: contract.id,
  status: contract.stage,
  serviceStartDate: contract.serviceStartDate?.toString() ?? null,
  history: contract.history.map(({ stage, event, at, actorKind, reason }) => ({
    status: stage,
    event,
    at: at.toISOString(),
    by: actorKind,
    reason,
  })),
});

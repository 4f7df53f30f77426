import { Choice, Instant, NestedList, Text, Uuid } from '#platform/http';
import { contractStatuses } from '../domain/contract-status.js';
import type { CurrentContract, PastChange } from '../store/contracts.store.js';

class ContractChangeView {
  @Choice(contractStatuses) status!: string;
  @Instant() at!: string;
  @Choice(['member', 'operator', 'api-key', 'system']) by!: string;
  @Text({ nullable: true }) reason!: string | null;
}

export class ContractView {
  @Uuid() id!: string;
  @Choice(contractStatuses) status!: string;
  @Text({ about: 'Day in Japan', example: '2026-04-01' }) serviceStartDate!: string;
  @NestedList(() => ContractChangeView, { about: 'Newest first' }) history!: ContractChangeView[];
}

export const contractView = (
  contract: CurrentContract & { history: readonly PastChange[] },
): ContractView => ({
  id: contract.id,
  status: contract.status,
  serviceStartDate: contract.serviceStartDate,
  history: contract.history.map(({ status, at, actorKind, reason }) => ({
    status,
    at: at.toISOString(),
    by: actorKind,
    reason,
  })),
});

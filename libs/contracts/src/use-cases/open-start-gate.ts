import type { Actor } from '#lib/accounts';
import type { TenantId } from '#lib/kernel';
import { Database } from '#platform/database';
import type { Tx } from '#platform/database';
import { Injectable } from '@nestjs/common';
import type { Contract } from '../domain/contract.js';
import { conditionsMet } from '../domain/start-gate.js';
import { ContractsStore } from '../store/contracts.store.js';
import { MoveContract } from './move-contract.js';

/** One of the three conditions, met at that instant. */
type Condition =
  | { readonly formArrivedAt: Date }
  | { readonly initialPaidAt: Date }
  | { readonly provisionedAt: Date };

/** Notes a condition of the start; with the last of the three the contract is ready for the start notice. @clause W4.1 */
@Injectable()
export class OpenStartGate {
  constructor(
    private readonly database: Database,
    private readonly contracts: ContractsStore,
    private readonly move: MoveContract,
  ) {}

  execute({
    tenantId,
    actor,
    ...condition
  }: { tenantId: TenantId; actor: Actor } & Condition): Promise<void> {
    return this.database.inTenant(tenantId, (tx) => this.within(tx, tenantId, condition, actor));
  }

  /** A condition that was met before keeps its instant. */
  async within(tx: Tx, tenantId: TenantId, condition: Condition, actor: Actor): Promise<void> {
    const contract = await this.contracts.hold(tx, tenantId);
    if (contract.stage !== 'applied') return;
    const news = Object.entries(condition).filter(
      ([name]) => contract[name as 'provisionedAt'] === null,
    );
    const patch = Object.fromEntries(news) as Partial<Contract>;
    if (news.length > 0) await this.contracts.patch(tx, tenantId, contract.id, patch);
    const met = conditionsMet({ ...contract, ...patch });
    if (met.length < 3) return;
    const event = { kind: 'meet-conditions' } as const;
    await this.move.within(tx, tenantId, contract, { event, met, actor });
  }
}

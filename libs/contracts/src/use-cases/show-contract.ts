import type { TenantId } from '#lib/kernel';
import { Database } from '#platform/database';
import { Injectable } from '@nestjs/common';
import { contractsErrors } from '../contracts.errors.js';
import type { Contract } from '../domain/contract.js';
import { ContractsStore } from '../store/contracts.store.js';
import { HistoryStore } from '../store/history.store.js';
import type { PastChange } from '../store/history.store.js';

/** The contract in force and how it came to be what it is. */
@Injectable()
export class ShowContract {
  constructor(
    private readonly database: Database,
    private readonly contracts: ContractsStore,
    private readonly history: HistoryStore,
  ) {}

  /** @throws BusinessError contracts.not-found */
  execute(tenantId: TenantId): Promise<Contract & { history: readonly PastChange[] }> {
    return this.database.inTenant(tenantId, async (tx) => {
      const contract = await this.contracts.latest(tx, tenantId);
      if (!contract) throw contractsErrors.notFound();
      return { ...contract, history: await this.history.of(tx, tenantId, contract.id) };
    });
  }
}

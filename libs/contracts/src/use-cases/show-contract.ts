import type { TenantId } from '#lib/kernel';
import { Database } from '#platform/database';
import { Injectable } from '@nestjs/common';
import { contractsErrors } from '../contracts.errors.js';
import { ContractsStore } from '../store/contracts.store.js';
import type { CurrentContract, PastChange } from '../store/contracts.store.js';

/** The contract in force and how it came to be what it is. */
@Injectable()
export class ShowContract {
  constructor(
    private readonly database: Database,
    private readonly contracts: ContractsStore,
  ) {}

  /** @throws BusinessError contracts.not-found */
  execute(tenantId: TenantId): Promise<CurrentContract & { history: readonly PastChange[] }> {
    return this.database.inTenant(tenantId, async (tx) => {
      const contract = await this.contracts.current(tx, tenantId);
      if (!contract) throw contractsErrors.notFound();
      return { ...contract, history: await this.contracts.history(tx, tenantId, contract.id) };
    });
  }
}

import type { TenantId } from '#lib/kernel';
import type { Tx } from '#platform/database';
import { Injectable } from '@nestjs/common';
import { isServedUnder } from '../domain/service-state.js';
import { ContractsStore } from '../store/contracts.store.js';

/** Whether the tenant's sign-up forms are open at that instant. Asked inside the caller's transaction. */
@Injectable()
export class IsServing {
  constructor(private readonly contracts: ContractsStore) {}

  async check(tx: Tx, tenantId: TenantId, at: Date): Promise<boolean> {
    return isServedUnder(await this.contracts.stateAt(tx, tenantId, at), at);
  }
}

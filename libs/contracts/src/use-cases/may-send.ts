import type { TenantId } from '#lib/kernel';
import type { Tx } from '#platform/database';
import { Injectable } from '@nestjs/common';
import { maySendUnder } from '../domain/service-state.js';
import { ContractsStore } from '../store/contracts.store.js';

/** Whether the tenant's mail may leave at that instant. Asked inside the caller's transaction. */
@Injectable()
export class MaySend {
  constructor(private readonly contracts: ContractsStore) {}

  async check(tx: Tx, tenantId: TenantId, at: Date): Promise<boolean> {
    return maySendUnder(await this.contracts.stateAt(tx, tenantId, at), at);
  }
}

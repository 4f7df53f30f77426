import { Clock } from '#lib/kernel';
import { Database } from '#platform/database';
import { Injectable } from '@nestjs/common';
import { ContractsStore } from '../store/contracts.store.js';
import { AdvanceContract } from './advance-contract.js';

/** Finds contracts with something due, in case a job was lost: a start, an end, a renewal, planned details. */
@Injectable()
export class AdvanceDueContracts {
  constructor(
    private readonly database: Database,
    private readonly contracts: ContractsStore,
    private readonly advance: AdvanceContract,
    private readonly clock: Clock,
  ) {}

  async execute(): Promise<void> {
    const now = this.clock.now();
    const tenants = await this.database.asSystem((tx) => this.contracts.due(tx, now));
    for (const tenantId of tenants) await this.advance.execute({ tenantId });
  }
}

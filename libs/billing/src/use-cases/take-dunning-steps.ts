import { Clock, jstDate } from '#lib/kernel';
import { Database } from '#platform/database';
import { Log } from '#platform/log';
import { Injectable } from '@nestjs/common';
import { DunningSteps } from '../store/dunning.store.js';
import { DunTenant } from './dun-tenant.js';

/** Looks after everybody who is overdue, each tenant by itself: the trouble of one holds up nobody else. @clause W13.2 */
@Injectable()
export class TakeDunningSteps {
  constructor(
    private readonly database: Database,
    private readonly steps: DunningSteps,
    private readonly dunTenant: DunTenant,
    private readonly clock: Clock,
    private readonly log: Log,
  ) {}

  async execute(): Promise<void> {
    const today = jstDate(this.clock.now());
    const tenants = await this.database.asSystem((tx) => this.steps.overdueTenants(tx, today));
    for (const tenantId of tenants)
      await this.dunTenant.execute({ tenantId }).catch((error: unknown) => {
        this.log.failure('dunning.failed', error, { tenantId });
      });
  }
}

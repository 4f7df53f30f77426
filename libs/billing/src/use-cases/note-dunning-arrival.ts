import { Clock, asTenantId } from '#lib/kernel';
import { Database } from '#platform/database';
import { Injectable } from '@nestjs/common';
import { DunningSteps } from '../store/dunning.store.js';

/** A notice of the ladder has arrived. @clause W22.1 @decision D-15 */
@Injectable()
export class NoteDunningArrival {
  constructor(
    private readonly database: Database,
    private readonly steps: DunningSteps,
    private readonly clock: Clock,
  ) {}

  async execute({ tenantId: id, noticeId }: { tenantId: string; noticeId: string }): Promise<void> {
    const tenantId = asTenantId(id);
    await this.database.inTenant(tenantId, (tx) =>
      this.steps.arrived(tx, tenantId, noticeId, this.clock.now()),
    );
  }
}

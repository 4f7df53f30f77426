import { Clock, PlainDate, asTenantId } from '#lib/kernel';
import { Database } from '#platform/database';
import { Injectable } from '@nestjs/common';
import { isTermination } from '../domain/dunning/dues.js';
import { Accelerations } from '../store/accelerations.store.js';
import { TellWhatIsOwed } from './tell-what-is-owed.js';

type Ended = Readonly<{
  tenantId: string;
  contractId: string;
  /** `2026-07-31` */
  endDate: string;
  reason: string;
}>;

/** A contract that is terminated makes every debt due at once; one that ends by notice does not. @clause W14.3 */
@Injectable()
export class AccelerateDebts {
  constructor(
    private readonly database: Database,
    private readonly accelerations: Accelerations,
    private readonly tell: TellWhatIsOwed,
    private readonly clock: Clock,
  ) {}

  async execute({ tenantId: id, contractId, endDate, reason }: Ended): Promise<void> {
    if (!isTermination(reason)) return;
    const tenantId = asTenantId(id);
    await this.database.inTenant(tenantId, async (tx) => {
      const ended = { contractId, dueOn: PlainDate.from(endDate), at: this.clock.now() };
      await this.accelerations.add(tx, tenantId, ended);
      await this.tell.within(tx, tenantId);
    });
  }
}

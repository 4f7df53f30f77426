import { AuditTrail } from '#lib/accounts';
import type { Actor } from '#lib/accounts';
import { Database } from '#platform/database';
import { Injectable } from '@nestjs/common';
import { FeesStore } from '../store/fees.store.js';
import type { Fees } from '../store/fees.store.js';

/** Says what a disclosure or a notice of purposes costs from now on; requests that came keep their fee. */
@Injectable()
export class SetFees {
  constructor(
    private readonly database: Database,
    private readonly fees: FeesStore,
    private readonly audit: AuditTrail,
  ) {}

  async execute(fees: Fees, actor: Actor): Promise<void> {
    await this.database.asSystem(async (tx) => {
      await this.fees.write(tx, fees);
      await this.audit.record(tx, {
        tenantId: null,
        actor,
        action: 'privacy-fees.set',
        subject: { kind: 'privacy-fees', id: 'fees' },
        details: { ...fees },
      });
    });
  }
}

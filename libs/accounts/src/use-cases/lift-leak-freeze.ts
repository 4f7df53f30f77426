import { Clock } from '#lib/kernel';
import type { TenantId } from '#lib/kernel';
import { Database } from '#platform/database';
import { Outbox } from '#platform/queue';
import { Injectable } from '@nestjs/common';
import { leakLifted } from '../accounts.facts.js';
import { accountsErrors } from '../accounts.errors.js';
import { AuditTrail } from '../audit-trail.js';
import type { Actor } from '../domain/actor.js';
import { LeakReportsStore } from '../store/leak-reports.store.js';

/** Ends the freeze after a leak; what was paused stays so until a member resumes it. */
@Injectable()
export class LiftLeakFreeze {
  constructor(
    private readonly database: Database,
    private readonly reports: LeakReportsStore,
    private readonly outbox: Outbox,
    private readonly audit: AuditTrail,
    private readonly clock: Clock,
  ) {}

  /** @throws BusinessError accounts.no-leak-report */
  async execute({ tenantId, actor }: { tenantId: TenantId; actor: Actor }): Promise<void> {
    await this.database.inTenant(tenantId, async (tx) => {
      if (!(await this.reports.lift(tx, tenantId, this.clock.now())))
        throw accountsErrors.noLeakReport();
      await this.outbox.tell(tx, leakLifted, { tenantId });
      const subject = { kind: 'tenant', id: tenantId };
      await this.audit.record(tx, { tenantId, actor, action: 'leak.lifted', subject });
    });
  }
}

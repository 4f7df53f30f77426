import { AuditTrail } from '#lib/accounts';
import type { Actor } from '#lib/accounts';
import { Clock } from '#lib/kernel';
import type { TenantId } from '#lib/kernel';
import { Database } from '#platform/database';
import { Injectable } from '@nestjs/common';
import { CourseChangesStore } from '../store/course-changes.store.js';

interface Withdrawal {
  readonly tenantId: TenantId;
  readonly requestId: string;
  readonly actor: Actor;
}

/** A tenant takes its wish for a change back before it is answered. */
@Injectable()
export class WithdrawCourseChange {
  constructor(
    private readonly database: Database,
    private readonly changes: CourseChangesStore,
    private readonly audit: AuditTrail,
    private readonly clock: Clock,
  ) {}

  /** @throws BusinessError contracts.request-not-found */
  execute({ tenantId, requestId, actor }: Withdrawal): Promise<void> {
    return this.database.inTenant(tenantId, async (tx) => {
      const { fromMonth } = await this.changes.hold(tx, tenantId, requestId);
      const at = this.clock.now();
      const to = { state: 'withdrawn', fromMonth, reason: null, at } as const;
      await this.changes.decide(tx, tenantId, requestId, to);
      await this.audit.record(tx, {
        tenantId,
        actor,
        action: 'contract.change-withdrawn',
        subject: { kind: 'course-change', id: requestId },
      });
    });
  }
}

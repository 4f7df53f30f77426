import { AuditTrail } from '#lib/accounts';
import type { Actor } from '#lib/accounts';
import type { TenantId } from '#lib/kernel';
import { Database } from '#platform/database';
import { Injectable } from '@nestjs/common';
import { SegmentsStore } from '../store/segments.store.js';

@Injectable()
export class DeleteSegment {
  constructor(
    private readonly database: Database,
    private readonly segments: SegmentsStore,
    private readonly audit: AuditTrail,
  ) {}

  /** @throws BusinessError segment.not-found, segment.in-use while a campaign that has not left narrows its target by it */
  execute(tenantId: TenantId, actor: Actor, id: string): Promise<void> {
    return this.database.inTenant(tenantId, async (tx) => {
      await this.segments.delete(tx, tenantId, id);
      await this.audit.record(tx, {
        tenantId,
        actor,
        action: 'segment.deleted',
        subject: { kind: 'segment', id },
      });
    });
  }
}

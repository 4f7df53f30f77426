import type { TenantId } from '#lib/kernel';
import { Database } from '#platform/database';
import { Injectable } from '@nestjs/common';
import { ApprovalsStore } from '../store/approvals.store.js';
import type { OpenApproval } from '../store/approvals.store.js';

/** What waits for the approval of a second member, the oldest first. @clause W12A-7 */
@Injectable()
export class ListOpenApprovals {
  constructor(
    private readonly database: Database,
    private readonly approvals: ApprovalsStore,
  ) {}

  execute(tenantId: TenantId): Promise<OpenApproval[]> {
    return this.database.inTenant(tenantId, (tx) => this.approvals.open(tx, tenantId, 100));
  }
}

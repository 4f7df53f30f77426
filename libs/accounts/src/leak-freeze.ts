import type { TenantId } from '#lib/kernel';
import type { Tx } from '#platform/database';
import { Injectable } from '@nestjs/common';
import { LeakReportsStore } from './store/leak-reports.store.js';
import type { LeakReport } from './store/leak-reports.store.js';

/** Whether the tenant stands still because of a reported leak. @clause W8.3 */
@Injectable()
export class LeakFreeze {
  constructor(private readonly reports: LeakReportsStore) {}

  async isFrozen(tx: Tx, tenantId: TenantId): Promise<boolean> {
    return (await this.of(tx, tenantId)) !== undefined;
  }

  of(tx: Tx, tenantId: TenantId): Promise<LeakReport | undefined> {
    return this.reports.open(tx, tenantId);
  }
}

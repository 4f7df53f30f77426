import type { Actor } from '#lib/accounts';
import type { YearMonth } from '#lib/kernel';
import { Database } from '#platform/database';
import { Injectable } from '@nestjs/common';
import { BillTenant } from './bill-tenant.js';
import { StartRun } from './start-run.js';

/** A run from its first to its last tenant in this process, for a command line. @decision D-03 */
@Injectable()
export class RunNow {
  constructor(
    private readonly database: Database,
    private readonly start: StartRun,
    private readonly billTenant: BillTenant,
  ) {}

  /** Gives how many tenants were looked at; 0 when the run had been done. @throws BusinessError as `StartRun` */
  async execute({ month, actor }: { month: YearMonth; actor: Actor }): Promise<number> {
    const tenants = await this.database.asSystem((tx) => this.start.within(tx, { month, actor }));
    for (const tenantId of tenants)
      await this.billTenant.execute({ tenantId, month: month.toString() });
    return tenants.length;
  }
}

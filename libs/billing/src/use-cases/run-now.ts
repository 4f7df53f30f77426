import type { Actor } from '#lib/accounts';
import type { YearMonth } from '#lib/kernel';
import { Database } from '#platform/database';
import { Log } from '#platform/log';
import { Injectable } from '@nestjs/common';
import { BillTenant } from './bill-tenant.js';
import { StartRun } from './start-run.js';

interface Looked {
  /** How many tenants were looked at; 0 when the run had been done. */
  readonly billed: number;
  /** How many of the others something broke at; the log names each, and the next run takes them up again. */
  readonly failed: number;
}

/**
 * A run from its first to its last tenant in this process, for a command line. What breaks at one tenant keeps no other
 * one from its invoice.
 * @decision D-03
 */
@Injectable()
export class RunNow {
  constructor(
    private readonly database: Database,
    private readonly start: StartRun,
    private readonly billTenant: BillTenant,
    private readonly log: Log,
  ) {}

  /** @throws BusinessError as `StartRun` */
  async execute({ month, actor }: { month: YearMonth; actor: Actor }): Promise<Looked> {
    const tenants = await this.database.asSystem((tx) => this.start.within(tx, { month, actor }));
    let failed = 0;
    for (const tenantId of tenants) {
      try {
        await this.billTenant.execute({ tenantId, month: month.toString() });
      } catch (error) {
        failed += 1;
        this.log.failure('billing.tenant-failed', error, { tenantId, month: month.toString() });
      }
    }
    return { billed: tenants.length - failed, failed };
  }
}

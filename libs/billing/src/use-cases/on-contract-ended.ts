import { Clock, PlainDate, asTenantId, endOfMonth } from '#lib/kernel';
import { Database } from '#platform/database';
import { Outbox } from '#platform/queue';
import { Injectable } from '@nestjs/common';
import { isTermination } from '../domain/dunning/dues.js';
import { finalInvoiceJob } from '../jobs/bill-tenant.job.js';
import { closableFrom } from '../peaks.js';
import { ReleasePrepaid } from './release-prepaid.js';

type Ended = Readonly<{
  tenantId: string;
  contractId: string;
  /** `2026-07-31` */
  endDate: string;
  reason: string;
}>;

/**
 * Service is over: months after it that were billed ahead are not owed, and the final invoice is asked for, at once or
 * as soon as the last month can be closed.
 * @clause W14.3, W15.2
 */
@Injectable()
export class OnContractEnded {
  constructor(
    private readonly database: Database,
    private readonly release: ReleasePrepaid,
    private readonly outbox: Outbox,
    private readonly clock: Clock,
  ) {}

  async execute({ tenantId, contractId, endDate, reason }: Ended): Promise<void> {
    const last = PlainDate.from(endDate);
    const month = last.toPlainYearMonth();
    const now = this.clock.now();
    const at = last.equals(endOfMonth(month)) ? closableFrom(month) : now;
    await this.database.asSystem(async (tx) => {
      // An end by notice was known beforehand, and has had this effect when it came.
      if (isTermination(reason))
        await this.release.within(tx, asTenantId(tenantId), contractId, month, now);
      await this.outbox.add(tx, finalInvoiceJob, { tenantId, contractId }, { at });
    });
  }
}

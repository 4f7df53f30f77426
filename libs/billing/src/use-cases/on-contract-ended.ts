import { Clock, PlainDate, endOfMonth } from '#lib/kernel';
import { Database } from '#platform/database';
import { Outbox } from '#platform/queue';
import { Injectable } from '@nestjs/common';
import { finalInvoiceJob } from '../jobs/bill-tenant.job.js';
import { closableFrom } from '../peaks.js';

/** Asks for the final invoice: at once, or as soon as the last month can be closed. @clause W14.3 */
@Injectable()
export class OnContractEnded {
  constructor(
    private readonly database: Database,
    private readonly outbox: Outbox,
    private readonly clock: Clock,
  ) {}

  async execute({
    tenantId,
    contractId,
    endDate,
  }: {
    tenantId: string;
    contractId: string;
    endDate: string;
  }): Promise<void> {
    const last = PlainDate.from(endDate);
    const month = last.toPlainYearMonth();
    const at = last.equals(endOfMonth(month)) ? closableFrom(month) : this.clock.now();
    await this.database.asSystem((tx) =>
      this.outbox.add(tx, finalInvoiceJob, { tenantId, contractId }, { at }),
    );
  }
}

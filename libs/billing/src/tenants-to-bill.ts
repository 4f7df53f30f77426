import { ContractBook } from '#lib/contracts';
import { startOfJstMonth } from '#lib/kernel';
import type { TenantId, YearMonth } from '#lib/kernel';
import type { Tx } from '#platform/database';
import { Injectable } from '@nestjs/common';
import { InvoicesStore } from './store/invoices.store.js';
import { PendingChargesStore } from './store/pending-charges.store.js';

/** Whom the run of a month has to look at. */
@Injectable()
export class TenantsToBill {
  constructor(
    private readonly contracts: ContractBook,
    private readonly invoices: InvoicesStore,
    private readonly charges: PendingChargesStore,
  ) {}

  /**
   * Whoever is served in the month or was in the one before; and, however long their service has been over, those for
   * whom a charge waits, or an invoice was voided whose months are open again. In the order of their ids; in the
   * system's transaction.
   */
  async in(tx: Tx, month: YearMonth): Promise<TenantId[]> {
    const before = month.subtract({ months: 1 });
    const all = [
      await this.contracts.tenantsBilledIn(tx, month),
      await this.contracts.tenantsBilledIn(tx, before),
      await this.charges.tenantsWaiting(tx),
      await this.invoices.tenantsVoidedSince(tx, startOfJstMonth(before)),
    ];
    return [...new Set(all.flat())].sort();
  }
}

import { Clock, jstDate } from '#lib/kernel';
import type { PlainDate, TenantId, Yen } from '#lib/kernel';
import type { Tx } from '#platform/database';
import { Injectable } from '@nestjs/common';
import { dueDateOf, duesOf } from './domain/dunning/dues.js';
import type { Dues } from './domain/dunning/dues.js';
import { InvoiceBook, openAmount } from './invoice-book.js';
import { Accelerations } from './store/accelerations.store.js';
import type { Invoice } from './store/invoice.row.js';

export interface Receivable {
  readonly invoice: Invoice;
  readonly open: Yen;
  /** As it stands now: the end of the contract brings it forward. @clause W14.3 */
  readonly dueDate: PlainDate;
}

/** What a tenant owes, its invoices locked until the transaction ends. */
@Injectable()
export class Receivables {
  constructor(
    private readonly book: InvoiceBook,
    private readonly accelerations: Accelerations,
    private readonly clock: Clock,
  ) {}

  /** The first to fall due first. */
  async of(tx: Tx, tenantId: TenantId): Promise<Receivable[]> {
    const receivables: Receivable[] = [];
    for (const invoice of await this.book.owed(tx, tenantId)) {
      const ended = await this.accelerations.of(tx, tenantId, invoice.contractId);
      const dueDate = dueDateOf(invoice, ended);
      receivables.push({ invoice, open: openAmount(invoice), dueDate });
    }
    return receivables;
  }

  async dues(tx: Tx, tenantId: TenantId): Promise<Dues> {
    const debts = (await this.of(tx, tenantId)).map(({ invoice, open, dueDate }) => ({
      state: invoice.state,
      dueDate,
      open,
    }));
    return duesOf(debts, jstDate(this.clock.now()));
  }
}

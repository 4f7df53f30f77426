import { Clock, newId, yen } from '#lib/kernel';
import type { TenantId } from '#lib/kernel';
import type { Tx } from '#platform/database';
import { Injectable } from '@nestjs/common';
import { CreditBalance } from '../credit-balance.js';
import { InvoiceBook } from '../invoice-book.js';
import { Receivables } from '../receivables.js';
import { Receipts } from '../store/receipts.store.js';

/**
 * Lets a tenant's credit pay what it owes, oldest first. An invoice that is to be debited is paid whole or not at
 * all: a bank's file collects whole invoices only.
 * @clause W7.1
 */
@Injectable()
export class SpendCredit {
  constructor(
    private readonly receipts: Receipts,
    private readonly credit: CreditBalance,
    private readonly receivables: Receivables,
    private readonly book: InvoiceBook,
    private readonly clock: Clock,
  ) {}

  async within(tx: Tx, tenantId: TenantId): Promise<void> {
    await this.receipts.lock(tx, tenantId);
    let left = await this.credit.of(tx, tenantId);
    if (left <= 0) return;
    const at = this.clock.now();
    for (const { invoice, open } of await this.receivables.of(tx, tenantId)) {
      const amount = yen(Math.min(left, open));
      const debited = invoice.payBy === 'direct-debit' && invoice.state === 'issued';
      if (amount === 0 || invoice.state === 'collecting' || (debited && amount < open)) continue;
      await this.book.settle(tx, tenantId, invoice.id, amount, at);
      const part = { id: newId(at), receiptId: null, invoiceId: invoice.id, amount, at };
      await this.receipts.allocate(tx, tenantId, part);
      left = yen(left - amount);
    }
  }
}

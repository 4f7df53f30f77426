import { Clock, newId } from '#lib/kernel';
import type { PlainDate, TenantId, Yen } from '#lib/kernel';
import type { Tx } from '#platform/database';
import { Injectable } from '@nestjs/common';
import { allocate } from '../domain/invoice/allocation.js';
import type { OpenInvoice } from '../domain/invoice/allocation.js';
import { InvoiceBook } from '../invoice-book.js';
import { Receipts } from '../store/receipts.store.js';
import { TellWhatIsOwed } from './tell-what-is-owed.js';

interface Payment {
  readonly tenantId: TenantId;
  readonly kind: 'transfer' | 'debit';
  /** The transfer or the entry of a debit file. */
  readonly sourceId: string;
  readonly amount: Yen;
  readonly receivedOn: PlainDate;
  /** Invoices that the payer clearly meant; they are paid first. */
  readonly meant?: readonly string[];
}

/**
 * Takes money in: it pays what is open, oldest first, and what is left over is credit. A transfer that is short by
 * its fee leaves the fee open: there is no tolerance.
 * @clause W4.1, W6.1, W7.1
 */
@Injectable()
export class ReceivePayment {
  constructor(
    private readonly receipts: Receipts,
    private readonly book: InvoiceBook,
    private readonly tellWhatIsOwed: TellWhatIsOwed,
    private readonly clock: Clock,
  ) {}

  async within(tx: Tx, { tenantId, amount, meant = [], ...receipt }: Payment): Promise<void> {
    const at = this.clock.now();
    const receiptId = newId(at);
    await this.receipts.lock(tx, tenantId);
    await this.receipts.add(tx, tenantId, { ...receipt, id: receiptId, amount, at });
    const open = await this.book.open(tx, tenantId);
    const first = open.filter(({ id }) => meant.includes(id));
    const rest = open.filter(({ id }) => !meant.includes(id));
    for (const { invoiceId, amount: part } of spread(amount, first, rest)) {
      await this.book.settle(tx, tenantId, invoiceId, part, at);
      const paid = { id: newId(at), receiptId, invoiceId, amount: part, at };
      await this.receipts.allocate(tx, tenantId, paid);
    }
    await this.tellWhatIsOwed.within(tx, tenantId, receipt.receivedOn);
  }
}

const spread = (
  amount: Yen,
  first: readonly OpenInvoice[],
  rest: readonly OpenInvoice[],
): ReturnType<typeof allocate>['parts'] => {
  const meant = allocate(amount, first);
  return meant.surplus === 0
    ? meant.parts
    : [...meant.parts, ...allocate(meant.surplus, rest).parts];
};

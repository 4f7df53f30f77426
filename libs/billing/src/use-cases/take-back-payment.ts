import { Clock, newId, timesYen, yen } from '#lib/kernel';
import type { PlainDate, TenantId, Yen } from '#lib/kernel';
import type { Tx } from '#platform/database';
import { Injectable } from '@nestjs/common';
import { CreditBalance } from '../credit-balance.js';
import { InvoiceBook } from '../invoice-book.js';
import { Receipts } from '../store/receipts.store.js';
import { TellWhatIsOwed } from './tell-what-is-owed.js';

interface TakenBack {
  readonly tenantId: TenantId;
  readonly kind: 'transfer' | 'debit';
  readonly sourceId: string;
  /** Above zero. */
  readonly amount: Yen;
  readonly on: PlainDate;
}

/**
 * Takes money out again that the bank reversed or that was another tenant's: credit goes first, then what was paid
 * last is owed again. Gives what could not be taken, because it was paid back: the tenant owes it, but on no invoice.
 * @clause W7.1
 */
@Injectable()
export class TakeBackPayment {
  constructor(
    private readonly receipts: Receipts,
    private readonly credit: CreditBalance,
    private readonly book: InvoiceBook,
    private readonly tellWhatIsOwed: TellWhatIsOwed,
    private readonly clock: Clock,
  ) {}

  async within(tx: Tx, { tenantId, kind, sourceId, amount, on }: TakenBack): Promise<Yen> {
    const at = this.clock.now();
    const receiptId = newId(at);
    await this.receipts.lock(tx, tenantId);
    const receipt = {
      id: receiptId,
      kind,
      sourceId,
      amount: timesYen(amount, -1),
      receivedOn: on,
      at,
    };
    await this.receipts.add(tx, tenantId, receipt);
    let missing = 0 - (await this.credit.of(tx, tenantId));
    for (const { invoiceId, amount: paid } of await this.receipts.paidInvoices(tx, tenantId)) {
      if (missing <= 0) break;
      const part = yen(Math.min(missing, paid));
      await this.book.takeBack(tx, tenantId, invoiceId, part);
      const taken = { id: newId(at), receiptId, invoiceId, amount: timesYen(part, -1), at };
      await this.receipts.allocate(tx, tenantId, taken);
      missing -= part;
    }
    await this.tellWhatIsOwed.within(tx, tenantId);
    return yen(Math.max(missing, 0));
  }
}

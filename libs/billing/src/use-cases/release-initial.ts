import { Clock, addYen, asTenantId, newId, timesYen } from '#lib/kernel';
import type { TenantId } from '#lib/kernel';
import { Database } from '#platform/database';
import type { Tx } from '#platform/database';
import { Injectable } from '@nestjs/common';
import { ruleReasons } from '../domain/invoice/rule-reasons.js';
import { InvoiceBook } from '../invoice-book.js';
import type { Invoice } from '../store/invoice.row.js';
import { InvoicesStore } from '../store/invoices.store.js';
import { Receipts } from '../store/receipts.store.js';
import { ProposeCredit } from './propose-credit.js';
import { TellWhatIsOwed } from './tell-what-is-owed.js';

/** No contract came of an application: its initial charge is not owed, and what was paid is proposed to go back. @clause W4.3 */
@Injectable()
export class ReleaseInitial {
  constructor(
    private readonly database: Database,
    private readonly invoices: InvoicesStore,
    private readonly book: InvoiceBook,
    private readonly proposeCredit: ProposeCredit,
    private readonly receipts: Receipts,
    private readonly tell: TellWhatIsOwed,
    private readonly clock: Clock,
  ) {}

  async execute(rejected: { tenantId: string; contractId: string }): Promise<void> {
    const tenantId = asTenantId(rejected.tenantId);
    await this.database.asSystem(async (tx) => {
      const key = `initial:${rejected.contractId}`;
      const invoice = await this.invoices.byKey(tx, tenantId, key);
      const reason = ruleReasons.noContract;
      if (invoice?.state === 'partially-paid') await this.putBack(tx, tenantId, invoice);
      if (invoice?.state === 'issued' || invoice?.state === 'partially-paid') {
        const at = this.clock.now();
        await this.book.move(tx, tenantId, invoice.id, 'void', { at, met: ['reason'], reason });
        await this.tell.within(tx, tenantId);
      }
      if (invoice?.state === 'paid') {
        const amount = addYen(...invoice.totals.groups.map(({ base }) => base));
        await this.proposeCredit.byRule(tx, { tenantId, invoiceId: invoice.id, amount, reason });
      }
    });
  }

  /** What was paid of it becomes credit, which two people pay back. */
  private async putBack(tx: Tx, tenantId: TenantId, { id, paid }: Invoice): Promise<void> {
    const at = this.clock.now();
    await this.receipts.lock(tx, tenantId);
    await this.book.takeBack(tx, tenantId, id, paid);
    const part = { id: newId(at), receiptId: null, invoiceId: id, amount: timesYen(paid, -1), at };
    await this.receipts.allocate(tx, tenantId, part);
  }
}

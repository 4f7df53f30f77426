import { Clock, addYen, asTenantId } from '#lib/kernel';
import { Database } from '#platform/database';
import { Injectable } from '@nestjs/common';
import { InvoiceBook } from '../invoice-book.js';
import { InvoicesStore } from '../store/invoices.store.js';
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
    private readonly tell: TellWhatIsOwed,
    private readonly clock: Clock,
  ) {}

  async execute(rejected: { tenantId: string; contractId: string }): Promise<void> {
    const tenantId = asTenantId(rejected.tenantId);
    await this.database.asSystem(async (tx) => {
      const key = `initial:${rejected.contractId}`;
      const invoice = await this.invoices.byKey(tx, tenantId, key);
      const reason = 'application rejected or withdrawn (W4.3)';
      if (invoice?.state === 'issued') {
        const at = this.clock.now();
        await this.book.move(tx, tenantId, invoice.id, 'void', { at, met: ['reason'], reason });
        await this.tell.within(tx, tenantId);
      }
      if (invoice?.state === 'paid' && invoice.credited === 0) {
        const amount = addYen(...invoice.totals.groups.map(({ base }) => base));
        const credit = { tenantId, invoiceId: invoice.id, amount, reason };
        await this.proposeCredit.within(tx, { ...credit, actor: { kind: 'system' } });
      }
    });
  }
}

import type { TenantId, Texts } from '#lib/kernel';
import type { Tx } from '#platform/database';
import { Injectable } from '@nestjs/common';
import type { InvoiceState } from './domain/invoice/invoice-moves.js';
import { InvoiceBook, openAmount } from './invoice-book.js';
import { debitFailedV2 } from './notices/debit-failed.v2.js';
import { debitImpossibleV2 } from './notices/debit-impossible.v2.js';
import { owedInvoice } from './notices/owed.js';
import { PlaceOfPayment } from './place-of-payment.js';
import { DebitCandidates } from './store/debit-candidates.store.js';
import { TellPayer } from './tell-payer.js';

const owed: readonly InvoiceState[] = ['issued', 'collection-failed', 'partially-paid'];

/** Asks a tenant to pay by transfer what was to be debited; the due date stays. @clause W6.1 */
@Injectable()
export class AskForTransfer {
  constructor(
    private readonly book: InvoiceBook,
    private readonly candidates: DebitCandidates,
    private readonly place: PlaceOfPayment,
    private readonly tellPayer: TellPayer,
  ) {}

  /**
   * Says nothing of what is owed no more: credit may have paid it. In the system's transaction.
   * @param reason why the bank could not debit it; absent where the bank was not asked
   */
  async within(tx: Tx, tenantId: TenantId, invoiceId: string, reason?: Texts): Promise<void> {
    const invoice = await this.book.get(tx, tenantId, invoiceId);
    const open = openAmount(invoice);
    if (!owed.includes(invoice.state) || open === 0) return;
    const { dueDate } = invoice;
    const issuer = await this.place.of(tx, tenantId, invoice.issuer);
    const debt = owedInvoice({ invoice, open, dueDate }, issuer);
    if (reason) {
      await this.tellPayer.within(tx, tenantId, debitFailedV2, () => ({ ...debt, reason }));
      return;
    }
    await this.candidates.payByTransfer(tx, tenantId, invoiceId);
    await this.tellPayer.within(tx, tenantId, debitImpossibleV2, () => debt);
  }
}

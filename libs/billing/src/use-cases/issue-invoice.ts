import { AuditTrail } from '#lib/accounts';
import type { BillableContract } from '#lib/contracts';
import { Clock, newId } from '#lib/kernel';
import type { PlainDate } from '#lib/kernel';
import type { Tx } from '#platform/database';
import { Injectable } from '@nestjs/common';
import { billingErrors } from '../billing.errors.js';
import { collectionMethod } from '../domain/debit/mandate.js';
import type { InvoiceLine } from '../domain/invoice/invoice-line.js';
import { invoiceProblems } from '../domain/invoice/qualified-invoice.js';
import { taxTotals } from '../domain/tax/tax-totals.js';
import { invoicePdf } from '../documents/invoice-document.js';
import { invoiceIssuedV2 } from '../notices/invoice-issued.v2.js';
import { PlaceOfPayment } from '../place-of-payment.js';
import { BillingSettingsStore } from '../store/billing-settings.store.js';
import { DocumentsStore } from '../store/documents.store.js';
import type { InvoiceKind, InvoiceReference, NewInvoice } from '../store/invoice.row.js';
import { InvoicesStore } from '../store/invoices.store.js';
import { Mandates, activeAmong, activeSince } from '../store/mandates.store.js';
import { TellPayer } from '../tell-payer.js';
import { TellWhatIsOwed } from './tell-what-is-owed.js';

interface Issue {
  readonly contract: Pick<BillableContract, 'tenantId' | 'contractId' | 'billTo'>;
  readonly kind: InvoiceKind;
  /** What it is for; a second one of the same key is refused while the first stands. */
  readonly key: string;
  readonly lines: readonly InvoiceLine[];
  readonly issuedOn: PlainDate;
  readonly dueDate: PlainDate;
  /** The last day for the debit file; null for what is always paid by transfer. */
  readonly fileBy: PlainDate | null;
  /** The void invoice whose place it takes. */
  readonly corrects?: InvoiceReference;
}

/**
 * Issues an invoice: number, document, lines, and the notice to the tenant, all or nothing. In the system's
 * transaction.
 * @clause W6.1, W22.2, W22.3
 */
@Injectable()
export class IssueInvoice {
  constructor(
    private readonly settings: BillingSettingsStore,
    private readonly invoices: InvoicesStore,
    private readonly documents: DocumentsStore,
    private readonly mandates: Mandates,
    private readonly place: PlaceOfPayment,
    private readonly tell: TellWhatIsOwed,
    private readonly tellPayer: TellPayer,
    private readonly audit: AuditTrail,
    private readonly clock: Clock,
  ) {}

  /** @throws BusinessError billing.no-issuer, billing.not-qualified */
  async within(tx: Tx, { contract, fileBy, ...given }: Issue): Promise<NewInvoice> {
    const { tenantId, contractId, billTo } = contract;
    const settings = await this.settings.latest(tx);
    if (!settings) throw billingErrors.noIssuer();
    const mandate = activeSince(activeAmong(await this.mandates.of(tx, tenantId)));
    const byDebit = fileBy && collectionMethod(mandate, fileBy) === 'direct-debit';
    const totals = taxTotals(given.lines);
    const issuedAt = this.clock.now();
    const { kind, name, nameKana, postalAddress, contactPerson } = billTo;
    const recipient = { kind, name, nameKana, postalAddress, contactPerson };
    const invoice: NewInvoice = {
      ...given,
      tenantId,
      contractId,
      id: newId(issuedAt),
      number: await this.documents.nextNumber(tx, 'invoice', given.issuedOn),
      payBy: byDebit ? 'direct-debit' : 'transfer',
      recipient,
      issuer: await this.place.of(tx, tenantId, settings.issuer),
      totals,
      total: totals.total,
      documentId: newId(issuedAt),
      issuedAt,
    };
    const [problem] = invoiceProblems({ ...invoice, recipientName: recipient.name });
    if (problem) throw billingErrors.notQualified({ params: { problem } });
    const bytes = await invoicePdf(invoice, 'ja');
    await this.documents.insert(tx, tenantId, {
      id: invoice.documentId,
      kind: 'invoice',
      number: invoice.number,
      issuedOn: invoice.issuedOn,
      counterparty: recipient.name,
      amount: invoice.total,
      bytes,
      createdAt: issuedAt,
    });
    await this.invoices.insert(tx, tenantId, invoice);
    const document = { name: `${invoice.number}.pdf`, type: 'application/pdf', content: bytes };
    await this.tellPayer.within(
      tx,
      tenantId,
      invoiceIssuedV2,
      () => invoice,
      'mail-first',
      document,
    );
    await this.audit.record(tx, {
      tenantId,
      actor: { kind: 'system' },
      action: 'invoice.issued',
      subject: { kind: 'invoice', id: invoice.id },
      details: {
        number: invoice.number,
        total: invoice.total,
        ...(invoice.corrects && { corrects: invoice.corrects.number }),
      },
    });
    await this.tell.within(tx, tenantId);
    return invoice;
  }
}

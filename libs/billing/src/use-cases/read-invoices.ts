import type { TenantId } from '#lib/kernel';
import { Database } from '#platform/database';
import type { Tx } from '#platform/database';
import { Injectable } from '@nestjs/common';
import { billingErrors } from '../billing.errors.js';
import type { InvoiceLine } from '../domain/invoice/invoice-line.js';
import { creditNotePdf } from '../documents/credit-note-document.js';
import { invoicePdf } from '../documents/invoice-document.js';
import { InvoiceBook } from '../invoice-book.js';
import { CreditNotesStore } from '../store/credit-notes.store.js';
import type { KeptCreditNote } from '../store/credit-notes.store.js';
import { DocumentsStore } from '../store/documents.store.js';
import type { DocumentFacts } from '../store/documents.store.js';
import type { Invoice } from '../store/invoice.row.js';
import { InvoicesStore } from '../store/invoices.store.js';

/** An invoice with everything a reader wants to see of it. */
export interface WholeInvoice {
  readonly invoice: Invoice;
  readonly lines: readonly InvoiceLine[];
  readonly creditNotes: readonly KeptCreditNote[];
  readonly document: DocumentFacts;
}

/** Invoices of one tenant, for itself and for operators. @clause W22.3 */
@Injectable()
export class ReadInvoices {
  constructor(
    private readonly database: Database,
    private readonly book: InvoiceBook,
    private readonly invoices: InvoicesStore,
    private readonly notes: CreditNotesStore,
    private readonly documents: DocumentsStore,
  ) {}

  /** Newest first: at most `limit`, with ids before `after`. */
  list(tenantId: TenantId, after: string | null, limit: number): Promise<Invoice[]> {
    return this.database.inTenant(tenantId, (tx) => this.invoices.list(tx, tenantId, after, limit));
  }

  /** @throws BusinessError billing.invoice-not-found */
  one(tenantId: TenantId, id: string): Promise<WholeInvoice> {
    return this.database.inTenant(tenantId, async (tx) => {
      const invoice = await this.book.get(tx, tenantId, id);
      const document = await this.documents.find(tx, tenantId, invoice.documentId);
      if (!document) throw billingErrors.documentNotFound();
      return {
        invoice,
        lines: await this.invoices.lines(tx, tenantId, id),
        creditNotes: await this.notes.ofInvoice(tx, tenantId, id),
        document,
      };
    });
  }

  /** The kept document; in English a translation drawn anew. @throws BusinessError billing.invoice-not-found */
  pdf(
    tenantId: TenantId,
    id: string,
    locale: 'ja' | 'en',
  ): Promise<{ number: string; bytes: Buffer }> {
    return this.database.inTenant(tenantId, async (tx) => {
      const invoice = await this.book.get(tx, tenantId, id);
      const bytes =
        locale === 'en'
          ? await invoicePdf(
              { ...invoice, lines: await this.invoices.lines(tx, tenantId, id) },
              'en',
            )
          : await this.kept(tx, tenantId, invoice.documentId);
      return { number: invoice.number, bytes };
    });
  }

  /** A credit note in the same way. @throws BusinessError billing.credit-not-found */
  creditNotePdf(
    tenantId: TenantId,
    id: string,
    locale: 'ja' | 'en',
  ): Promise<{ number: string; bytes: Buffer }> {
    return this.database.inTenant(tenantId, async (tx) => {
      const note = await this.notes.find(tx, tenantId, id);
      const { number, issuedOn, documentId, decidedAt } = note ?? {};
      if (!note || !number || !issuedOn || !documentId || !decidedAt)
        throw billingErrors.creditNotFound();
      if (locale === 'ja') return { number, bytes: await this.kept(tx, tenantId, documentId) };
      const invoice = await this.book.get(tx, tenantId, note.invoiceId);
      const lines = await this.invoices.lines(tx, tenantId, note.invoiceId);
      const drawn = { ...note, number, issuedOn, issuedAt: decidedAt, invoice, lines };
      return { number, bytes: await creditNotePdf(drawn, locale) };
    });
  }

  private async kept(tx: Tx, tenantId: TenantId, documentId: string): Promise<Buffer> {
    const bytes = await this.documents.bytes(tx, tenantId, documentId);
    if (!bytes) throw billingErrors.documentNotFound();
    return bytes;
  }
}

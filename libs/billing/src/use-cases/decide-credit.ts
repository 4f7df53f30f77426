import { AuditTrail, actorId } from '#lib/accounts';
import type { Actor } from '#lib/accounts';
import { Clock, jstDate, newId } from '#lib/kernel';
import { Database } from '#platform/database';
import type { Tx } from '#platform/database';
import { Injectable } from '@nestjs/common';
import { billingErrors, creditErrors } from '../billing.errors.js';
import { creditNotePdf } from '../documents/credit-note-document.js';
import { creditNote } from '../domain/invoice/credit-note.js';
import { byRate } from '../domain/tax/tax-totals.js';
import { InvoiceBook } from '../invoice-book.js';
import { creditNoteIssuedV2 } from '../notices/credit-note-issued.v2.js';
import { CreditNotesStore } from '../store/credit-notes.store.js';
import type { KeptCreditNote } from '../store/credit-notes.store.js';
import { DocumentsStore } from '../store/documents.store.js';
import { InvoicesStore } from '../store/invoices.store.js';
import { TellPayer } from '../tell-payer.js';
import { TellWhatIsOwed } from './tell-what-is-owed.js';

interface Decision {
  readonly id: string;
  readonly approve: boolean;
  readonly actor: Actor;
}

/** The second person's word on a credit note: approved, it is numbered and its amount becomes credit. @clause W4.7 */
@Injectable()
export class DecideCredit {
  constructor(
    private readonly database: Database,
    private readonly notes: CreditNotesStore,
    private readonly book: InvoiceBook,
    private readonly invoices: InvoicesStore,
    private readonly documents: DocumentsStore,
    private readonly tell: TellWhatIsOwed,
    private readonly tellPayer: TellPayer,
    private readonly audit: AuditTrail,
    private readonly clock: Clock,
  ) {}

  /**
   * @throws BusinessError billing.credit-not-found, billing.credit-decided, billing.same-person,
   *   billing.impossible-move unless the invoice is paid
   */
  async execute({ id, approve, actor }: Decision): Promise<void> {
    await this.database.asSystem(async (tx) => {
      const note = await this.notes.lock(tx, id);
      if (!note) throw billingErrors.creditNotFound();
      if (note.state !== 'proposed') throw billingErrors.creditDecided();
      if (approve && note.proposedBy !== null && note.proposedBy === actorId(actor))
        throw billingErrors.samePerson();
      if (approve) await this.issue(tx, note, actor);
      else await this.decline(tx, note, actor);
      await this.audit.record(tx, {
        tenantId: note.tenantId,
        actor,
        action: approve ? 'credit-note.issued' : 'credit-note.declined',
        subject: { kind: 'invoice', id: note.invoiceId },
        details: { total: note.total },
      });
    });
  }

  private async decline(tx: Tx, note: KeptCreditNote, actor: Actor): Promise<void> {
    const { tenantId, id } = note;
    const decided = { decidedAt: this.clock.now(), decidedBy: actorId(actor) };
    await this.notes.decide(tx, tenantId, id, { ...note, ...decided, state: 'declined' });
  }

  private async issue(tx: Tx, note: KeptCreditNote, actor: Actor): Promise<void> {
    const { tenantId, invoiceId } = note;
    const invoice = await this.book.hold(tx, tenantId, invoiceId); // two at once would round apart
    const others = await this.notes.ofInvoice(tx, tenantId, invoiceId);
    const issued = others.filter(({ state }) => state === 'issued').flatMap(({ groups }) => groups);
    const result = creditNote(byRate(invoice.totals), issued, note.amounts);
    if ('refused' in result) throw creditErrors[result.refused]();
    const { groups, total } = result;
    await this.book.credit(tx, tenantId, invoiceId, total);
    const issuedAt = this.clock.now();
    const issuedOn = jstDate(issuedAt);
    const number = await this.documents.nextNumber(tx, 'credit-note', issuedOn);
    const lines = await this.invoices.lines(tx, tenantId, invoiceId);
    const documentId = newId(issuedAt);
    const drawn = { number, issuedOn, issuedAt, invoice, lines, groups, total };
    const bytes = await creditNotePdf(drawn, 'ja');
    await this.documents.insert(tx, tenantId, {
      id: documentId,
      kind: 'credit-note',
      number,
      issuedOn,
      counterparty: invoice.recipient.name,
      amount: total,
      bytes,
      createdAt: issuedAt,
    });
    await this.notes.decide(tx, tenantId, note.id, {
      state: 'issued',
      groups,
      total,
      decidedAt: issuedAt,
      decidedBy: actorId(actor),
      number,
      issuedOn,
      documentId,
    });
    const told = { invoice, number, total };
    const document = { name: `${number}.pdf`, type: 'application/pdf', content: bytes };
    await this.tellPayer.within(
      tx,
      tenantId,
      creditNoteIssuedV2,
      () => told,
      'mail-first',
      document,
    );
    await this.tell.within(tx, tenantId);
  }
}

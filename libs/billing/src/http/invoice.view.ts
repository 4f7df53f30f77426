import { Choice, Flag, Instant, Nested, NestedList, Text, Uuid, Whole } from '#platform/http';
import { isOverdue } from '../domain/invoice/advance-invoice.js';
import { leftToCredit } from '../domain/invoice/credit-note.js';
import { lineText } from '../domain/invoice/invoice-line.js';
import type { InvoiceLine } from '../domain/invoice/invoice-line.js';
import { invoiceStates } from '../domain/invoice/invoice-moves.js';
import { taxCategories } from '../domain/tax/tax-rates.js';
import { byRate } from '../domain/tax/tax-totals.js';
import type { RateGroup, TaxTotals } from '../domain/tax/tax-totals.js';
import { payableTo } from '../documents/document-words.js';
import { openAmount } from '../invoice-book.js';
import { creditNoteStates, standing } from '../store/credit-notes.store.js';
import type { KeptCreditNote } from '../store/credit-notes.store.js';
import { invoiceKinds } from '../store/invoice.row.js';
import type { Invoice, Issuer } from '../store/invoice.row.js';
import type { WholeInvoice } from '../use-cases/read-invoices.js';

const day = { about: 'Day in Japan', example: '2026-07-11' };

export class InvoiceReferenceView {
  @Uuid() id!: string;
  @Text({ example: '2026-000041' }) number!: string;
}

export class InvoiceView {
  @Uuid() id!: string;
  @Text({ example: '2026-000042' }) number!: string;
  @Choice(invoiceKinds) kind!: string;
  @Choice(invoiceStates) state!: string;
  @Choice(['transfer', 'direct-debit']) payBy!: string;
  @Text(day) issuedOn!: string;
  @Text(day) dueDate!: string;
  @Text() recipientName!: string;
  @Whole({ about: 'With tax' }) totalYen!: number;
  @Whole() taxYen!: number;
  @Whole() paidYen!: number;
  @Whole({ about: 'Taken off by credit notes, with tax' }) creditedYen!: number;
  @Whole({ about: 'Still owed; 0 for a void one' }) openYen!: number;
  @Flag({ about: 'Due and not paid' }) overdue!: boolean;
  @Nested(() => InvoiceReferenceView, {
    nullable: true,
    about: '元の請求書: the void invoice that this one corrects (訂正)',
  })
  corrects!: InvoiceReferenceView | null;
  @Nested(() => InvoiceReferenceView, {
    nullable: true,
    about: 'The corrected invoice that took the place of this one',
  })
  correctedBy!: InvoiceReferenceView | null;
}

export class InvoicePageView {
  @NestedList(() => InvoiceView) items!: InvoiceView[];
  @Text({ nullable: true }) nextCursor!: string | null;
}

export class InvoiceLineView {
  @Text({ about: 'Content as printed' }) textJa!: string;
  @Text() textEn!: string;
  @Text({ example: 'basic-fee' }) kind!: string;
  @Text({ about: 'Month of supply', example: '2026-08' }) month!: string;
  @Choice(taxCategories) taxCategory!: string;
  @Whole({ min: Number.MIN_SAFE_INTEGER, about: 'Without tax' }) amountYen!: number;
}

export class TaxGroupView {
  @Whole() ratePercent!: number;
  @Choice(taxCategories) category!: string;
  @Whole({ about: 'Without tax' }) baseYen!: number;
  @Whole() taxYen!: number;
}

export class TotalsView {
  @NestedList(() => TaxGroupView) groups!: TaxGroupView[];
  @Whole({ about: 'Outside the tax' }) outsideYen!: number;
  @Whole() taxYen!: number;
  @Whole() totalYen!: number;
}

class PartyView {
  @Text() name!: string;
  @Text({ multiline: true }) postalAddress!: string;
}

class IssuerView extends PartyView {
  @Text({ example: 'T7000012050002' }) registrationNumber!: string;
  @Text() contact!: string;
  @Text({ multiline: true, about: 'Where transfers go to, as printed' }) bankAccount!: string;
  @Text({ multiline: true }) bankAccountEn!: string;
}

export class CreditNoteView {
  @Uuid() id!: string;
  @Uuid() invoiceId!: string;
  @Uuid() tenantId!: string;
  @Choice(creditNoteStates) state!: string;
  @Text({ nullable: true, example: 'R2026-000003' }) number!: string | null;
  @Text({ ...day, nullable: true }) issuedOn!: string | null;
  @Whole({ about: 'With tax' }) totalYen!: number;
  @Text() reason!: string;
  @Instant() proposedAt!: string;
  @Uuid({ nullable: true, about: 'The kept document, once it is issued' })
  documentId!: string | null;
}

export class WholeInvoiceView extends InvoiceView {
  @Nested(() => PartyView) recipient!: PartyView;
  @Nested(() => IssuerView) issuer!: IssuerView;
  @NestedList(() => InvoiceLineView) lines!: InvoiceLineView[];
  @Nested(() => TotalsView) totals!: TotalsView;
  @NestedList(() => TaxGroupView, {
    about:
      'What credit notes, issued and proposed ones, have left by rate; what lies outside the tax last',
  })
  creditable!: TaxGroupView[];
  @NestedList(() => CreditNoteView, { about: 'Issued ones' }) creditNotes!: CreditNoteView[];
  @Text({ about: 'SHA-256 of the kept document, hexadecimal' }) sha256!: string;
  @Instant({ nullable: true }) paidAt!: string | null;
  @Instant({ nullable: true }) voidAt!: string | null;
  @Text({ nullable: true, about: 'Of a void or a write-off' }) reason!: string | null;
}

export const invoiceView = (invoice: Invoice, now: Date): InvoiceView => ({
  id: invoice.id,
  number: invoice.number,
  kind: invoice.kind,
  state: invoice.state,
  payBy: invoice.payBy,
  issuedOn: invoice.issuedOn.toString(),
  dueDate: invoice.dueDate.toString(),
  recipientName: invoice.recipient.name,
  totalYen: invoice.total,
  taxYen: invoice.totals.tax,
  paidYen: invoice.paid,
  creditedYen: invoice.credited,
  openYen: ['void', 'written-off'].includes(invoice.state) ? 0 : openAmount(invoice),
  overdue: isOverdue(invoice.state, invoice.dueDate, now),
  corrects: invoice.corrects,
  correctedBy: invoice.correctedBy,
});

export const lineView = (line: InvoiceLine): InvoiceLineView => ({
  textJa: lineText(line, 'ja'),
  textEn: lineText(line, 'en'),
  kind: line.kind,
  month: line.month.toString(),
  taxCategory: line.taxCategory,
  amountYen: line.amount,
});

const groupView = ({ ratePercent, category, base, tax }: RateGroup): TaxGroupView => ({
  ratePercent,
  category,
  baseYen: base,
  taxYen: tax,
});

export const totalsView = ({ groups, outside, tax, total }: TaxTotals): TotalsView => ({
  groups: groups.map(groupView),
  outsideYen: outside,
  taxYen: tax,
  totalYen: total,
});

export const creditNoteView = (note: KeptCreditNote): CreditNoteView => ({
  id: note.id,
  invoiceId: note.invoiceId,
  tenantId: note.tenantId,
  state: note.state,
  number: note.number,
  issuedOn: note.issuedOn?.toString() ?? null,
  totalYen: note.total,
  reason: note.reason,
  proposedAt: note.proposedAt.toISOString(),
  documentId: note.documentId,
});

export const wholeInvoiceView = (
  { invoice, lines, creditNotes, document }: WholeInvoice,
  now: Date,
): WholeInvoiceView =>
  Object.assign(invoiceView(invoice, now), {
    recipient: party(invoice.recipient),
    issuer: issuerView(invoice.issuer),
    lines: lines.map(lineView),
    totals: totalsView(invoice.totals),
    creditable: leftToCredit(byRate(invoice.totals), standing(creditNotes)).map(groupView),
    creditNotes: creditNotes.filter(({ state }) => state === 'issued').map(creditNoteView),
    sha256: document.sha256,
    paidAt: invoice.paidAt?.toISOString() ?? null,
    voidAt: invoice.voidAt?.toISOString() ?? null,
    reason: invoice.reason,
  });

const issuerView = (issuer: Issuer): IssuerView => ({
  name: issuer.name,
  postalAddress: issuer.postalAddress,
  registrationNumber: issuer.registrationNumber,
  contact: issuer.contact,
  bankAccount: payableTo(issuer, 'ja'),
  bankAccountEn: payableTo(issuer, 'en'),
});

const party = ({ name, postalAddress }: Invoice['recipient']): PartyView => ({
  name,
  postalAddress,
});

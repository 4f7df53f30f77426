import type { PlainDate, TenantId, Texts, YearMonth, Yen } from '#lib/kernel';
import type { InvoiceLine } from '../domain/invoice/invoice-line.js';
import type { InvoiceState } from '../domain/invoice/invoice-moves.js';
import type { TaxTotals } from '../domain/tax/tax-totals.js';

export const invoiceKinds = ['initial', 'monthly', 'final'] as const;
export type InvoiceKind = (typeof invoiceKinds)[number];

export type PayBy = 'transfer' | 'direct-debit';

/** Whom an invoice is addressed to, as it was when it was issued. */
export interface Recipient {
  /** Not on the invoices of before this was kept. */
  readonly kind?: 'individual' | 'corporation';
  readonly name: string;
  readonly nameKana: string | null;
  readonly postalAddress: string;
  readonly contactPerson: string | null;
}

/** Who issues it, as it was then. */
export interface Issuer {
  readonly name: string;
  /** `T` and thirteen digits. */
  readonly registrationNumber: string;
  readonly postalAddress: string;
  /** Phone, mail or URL for questions about the invoice. */
  readonly contact: string;
  /** The account that transfers go to, in words. */
  readonly bankAccount: string;
  /** 振込専用口座: the account that this recipient transfers to instead, which is nobody else's. */
  readonly ownAccount?: Texts | undefined;
}

/** Another invoice, as a reader finds it. */
export interface InvoiceReference {
  readonly id: string;
  readonly number: string;
}

/** An issued invoice. What it says never changes; `state`, `paid` and `credited` do. */
export interface Invoice {
  readonly id: string;
  readonly tenantId: TenantId;
  readonly contractId: string;
  readonly key: string;
  readonly kind: InvoiceKind;
  readonly number: string;
  readonly state: InvoiceState;
  readonly payBy: PayBy;
  readonly issuedOn: PlainDate;
  readonly dueDate: PlainDate;
  readonly recipient: Recipient;
  readonly issuer: Issuer;
  readonly totals: TaxTotals;
  /** With tax. */
  readonly total: Yen;
  readonly paid: Yen;
  readonly credited: Yen;
  readonly documentId: string;
  readonly issuedAt: Date;
  readonly paidAt: Date | null;
  readonly voidAt: Date | null;
  /** Of a void or a write-off. */
  readonly reason: string | null;
  /** 元の請求書: the void one whose place it takes. */
  readonly corrects: InvoiceReference | null;
  /** The one that took its place. */
  readonly correctedBy: InvoiceReference | null;
}

/** What is written once, when the invoice is issued. */
export type NewInvoice = Omit<
  Invoice,
  'state' | 'paid' | 'credited' | 'paidAt' | 'voidAt' | 'reason' | 'corrects' | 'correctedBy'
> & {
  readonly lines: readonly InvoiceLine[];
  readonly corrects?: InvoiceReference | null;
};

/** A month whose peak an invoice, or none, has settled. */
export interface SettledMonth {
  readonly month: YearMonth;
  readonly outcome: 'true-up' | 'full-fee' | 'no-fee' | 'release-advance';
  readonly peak: number | null;
  readonly invoiceId: string | null;
}

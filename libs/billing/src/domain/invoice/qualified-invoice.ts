import type { PlainDate, Texts } from '#lib/kernel';
import { readRegistrationNumber } from '../tax/registration-number.js';
import { taxTotals } from '../tax/tax-totals.js';
import type { TaxTotals } from '../tax/tax-totals.js';
import type { InvoiceLine } from './invoice-line.js';

/** 適格請求書: what it says, before it is drawn. Lines carry the months of supply, which stand for transaction dates. */
export interface QualifiedInvoice {
  readonly number: string;
  readonly issuedOn: PlainDate;
  readonly issuer: { readonly name: string; readonly registrationNumber: string };
  readonly recipientName: string;
  readonly lines: readonly InvoiceLine[];
  readonly totals: TaxTotals;
}

export type InvoiceProblem =
  'issuer-name' | 'registration-number' | 'lines' | 'totals' | 'recipient-name' | 'number';

/**
 * What keeps a document from being a qualified invoice (消費税法57条の4第1項), and its number; empty when nothing does.
 * Transaction dates, contents and sums by rate follow from the lines.
 * @clause W22.2
 */
export const invoiceProblems = (invoice: QualifiedInvoice): InvoiceProblem[] => {
  const { issuer, lines } = invoice;
  const registered = readRegistrationNumber(issuer.registrationNumber, 'own-corporation');
  const problems: [InvoiceProblem, boolean][] = [
    ['number', invoice.number.trim() === ''],
    ['issuer-name', issuer.name.trim() === ''],
    ['registration-number', !('number' in registered)],
    ['recipient-name', invoice.recipientName.trim() === ''],
    ['lines', lines.length === 0],
    ['totals', JSON.stringify(taxTotals(lines)) !== JSON.stringify(invoice.totals)],
  ];
  return problems.filter(([, found]) => found).map(([problem]) => problem);
};

export const invoiceProblemTexts: Readonly<Record<InvoiceProblem, Texts>> = {
  number: { ja: '請求書番号がありません。', en: 'The invoice has no number.' },
  'issuer-name': { ja: '発行者の名称がありません。', en: 'The name of the issuer is missing.' },
  'registration-number': {
    ja: '発行者の登録番号が正しくありません。',
    en: 'The registration number of the issuer is not valid.',
  },
  'recipient-name': { ja: '宛先の名称がありません。', en: 'The name of the recipient is missing.' },
  lines: { ja: '請求書に明細がありません。', en: 'The invoice has no lines.' },
  totals: {
    ja: '合計金額または消費税額が明細と一致しません。',
    en: 'The totals do not follow from the lines.',
  },
};

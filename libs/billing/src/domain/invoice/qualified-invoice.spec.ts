import { PlainDate, YearMonth, yen } from '#lib/kernel';
import { expect, it } from '@jest/globals';
import { taxTotals } from '../tax/tax-totals.js';
import type { InvoiceLine } from './invoice-line.js';
import { invoiceProblems } from './qualified-invoice.js';
import type { QualifiedInvoice } from './qualified-invoice.js';

const lines: InvoiceLine[] = [5_000, 9_800].map((amount) => ({
  kind: 'basic-fee',
  month: YearMonth.from('2026-08'),
  amount: yen(amount),
  taxCategory: 'standard',
  detail: null,
}));

const invoice: QualifiedInvoice = {
  number: '2026-000001',
  issuedOn: PlainDate.from('2026-07-11'),
  issuer: { name: '株式会社飛脚', registrationNumber: 'T7000012050002' },
  recipientName: '髙﨑商店㈱',
  lines,
  totals: taxTotals(lines),
};

it.each<[string, Partial<QualifiedInvoice>, string[]]>([
  ['complete', {}, []],
  ['no number', { number: ' ' }, ['number']],
  ['no issuer', { issuer: { ...invoice.issuer, name: '' } }, ['issuer-name']],
  [
    'a wrong registration number',
    { issuer: { ...invoice.issuer, registrationNumber: 'T1234567890123' } },
    ['registration-number'],
  ],
  ['no recipient', { recipientName: '　' }, ['recipient-name']],
  ['no lines', { lines: [], totals: taxTotals([]) }, ['lines']],
  ['a tax rounded by the line', { totals: { ...invoice.totals, tax: yen(1_479) } }, ['totals']],
])('%s: %j', (_, over, problems) => {
  expect(invoiceProblems({ ...invoice, ...over })).toEqual(problems);
});

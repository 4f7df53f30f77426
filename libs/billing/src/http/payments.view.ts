import { Choice, NestedList, Text, Uuid, Uuids, Whole } from '#platform/http';
import { invoiceStates } from '../domain/invoice/invoice-moves.js';
import type { Payments } from '../use-cases/show-payments.js';

class OpenInvoiceView {
  @Uuid() invoiceId!: string;
  @Text() number!: string;
  @Choice(invoiceStates) state!: string;
  @Choice(['transfer', 'direct-debit']) payBy!: string;
  @Text({ about: 'Day in Japan; the end of the contract may bring it forward' }) dueDate!: string;
  @Whole() openYen!: number;
}

class ReceiptView {
  @Uuid() id!: string;
  @Choice(['transfer', 'debit']) kind!: string;
  @Whole({ min: -Number.MAX_SAFE_INTEGER, about: 'Below zero: the bank took it back' })
  amountYen!: number;
  @Text({ about: 'Day in Japan' }) receivedOn!: string;
  @Uuids({ about: 'The invoices that it paid' }) invoiceIds!: string[];
}

export class PaymentsView {
  @Whole({ about: 'Past its due date' }) dueYen!: number;
  @Text({ nullable: true }) oldestDueDate!: string | null;
  @Whole({ about: 'All that is open, due or not' }) receivableYen!: number;
  @Whole({ about: 'Paid beyond what is owed' }) creditYen!: number;
  @Whole({ about: 'Paid back to the tenant, then reversed by the bank: owed, on no invoice' })
  owedBackYen!: number;
  @NestedList(() => OpenInvoiceView) open!: OpenInvoiceView[];
  @NestedList(() => ReceiptView, { about: 'The last hundred, newest first' })
  receipts!: ReceiptView[];
}

export const paymentsView = (payments: Payments): PaymentsView => ({
  dueYen: payments.dueYen,
  oldestDueDate: payments.oldestDueDate?.toString() ?? null,
  receivableYen: payments.receivableTotalYen,
  creditYen: payments.credit,
  owedBackYen: payments.owedBack,
  open: payments.open.map(({ invoice, open, dueDate }) => ({
    invoiceId: invoice.id,
    number: invoice.number,
    state: invoice.state,
    payBy: invoice.payBy,
    dueDate: dueDate.toString(),
    openYen: open,
  })),
  receipts: payments.receipts.map(({ amount, invoiceIds, ...receipt }) => ({
    ...receipt,
    amountYen: amount,
    invoiceIds: [...invoiceIds],
  })),
});

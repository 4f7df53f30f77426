export const invoiceStates = [
  'draft',
  'issued',
  'collecting',
  'collection-failed',
  'partially-paid',
  'paid',
  'void',
  'written-off',
] as const;
export type InvoiceState = (typeof invoiceStates)[number];

export const invoiceEvents = [
  'issue',
  'export',
  're-export',
  'debit-succeeded',
  'debit-failed',
  'debit-unclear',
  'pay-in-full',
  'pay-in-part',
  'reverse-in-full',
  'reverse-in-part',
  'void',
  'credit',
  'write-off',
] as const;
export type InvoiceEvent = (typeof invoiceEvents)[number];

/** Conditions of a move; each is worked out by a rule of its own. */
export type InvoiceNeed =
  | 'numbered'
  | 'qualified'
  | 'document-kept'
  | 'mandate-active'
  | 'before-file-deadline'
  | 'total-positive'
  | 'two-persons'
  | 'result-matches-export'
  | 'reason'
  | 'overdue';

export type InvoiceEffect =
  | 'read-mandate'
  | 'remove-from-file'
  | 'refund-overpayment'
  | 'manual-review'
  | 'issue-credit-note';

export interface InvoiceMove {
  readonly from: readonly InvoiceState[];
  readonly to: InvoiceState;
  readonly needs: readonly InvoiceNeed[];
  readonly effects: readonly InvoiceEffect[];
}

const exporting = [
  'mandate-active',
  'before-file-deadline',
  'total-positive',
  'two-persons',
] as const;
const owed = ['issued', 'collection-failed', 'partially-paid'] as const;
/** The bank took a transfer back that had paid it. */
const reversible = ['paid', 'partially-paid'] as const;
const result = ['result-matches-export'] as const;

/**
 * Every move there is; what is not here is impossible. An invoice is never edited: corrections are new documents. A
 * debit that executes after the invoice was voided is an overpayment.
 * @clause W6.1, W7.1, W15.2
 * @decision D-06
 */
export const invoiceMoves: Readonly<Record<InvoiceEvent, readonly InvoiceMove[]>> = {
  issue: [move(['draft'], 'issued', ['numbered', 'qualified', 'document-kept'])],
  export: [move(['issued'], 'collecting', exporting)],
  're-export': [move(['collection-failed'], 'collecting', exporting)],
  'debit-succeeded': [
    move(['collecting'], 'paid', result),
    move(['void'], 'void', result, ['refund-overpayment']),
  ],
  'debit-failed': [
    move(['collecting'], 'collection-failed', result, ['read-mandate']),
    move(['void'], 'void', result, ['read-mandate']),
  ],
  'debit-unclear': [
    move(['collecting'], 'collecting', result, ['manual-review']),
    move(['void'], 'void', result, ['manual-review']),
  ],
  'pay-in-full': [move(owed, 'paid')],
  'pay-in-part': [move(owed, 'partially-paid')],
  'reverse-in-full': [move(reversible, 'issued'), move(['written-off'], 'written-off')],
  'reverse-in-part': [move(reversible, 'partially-paid'), move(['written-off'], 'written-off')],
  void: [
    move(['issued', 'collection-failed'], 'void', ['reason']),
    move(['collecting'], 'void', ['reason'], ['remove-from-file']),
  ],
  credit: [move(['paid'], 'paid', ['two-persons'], ['issue-credit-note'])],
  'write-off': [move(owed, 'written-off', ['overdue', 'two-persons'])],
};

function move(
  from: readonly InvoiceState[],
  to: InvoiceState,
  needs: readonly InvoiceNeed[] = [],
  effects: readonly InvoiceEffect[] = [],
): InvoiceMove {
  return { from, to, needs, effects };
}

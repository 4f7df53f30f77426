import { PlainDate } from '#lib/kernel';
import { describe, expect, it } from '@jest/globals';
import { advanceInvoice, isOverdue } from './advance-invoice.js';
import { invoiceEvents, invoiceMoves, invoiceStates } from './invoice-moves.js';
import type { InvoiceEvent, InvoiceNeed } from './invoice-moves.js';

const everything = new Set<InvoiceNeed>(
  Object.values(invoiceMoves).flatMap((moves) => moves.flatMap(({ needs }) => needs)),
);

// prettier-ignore
const table: Record<InvoiceEvent, string[]> = {
  //                  draft     issued            collecting           collection-failed  partially-paid    paid    void    written-off
  issue:             ['issued', '–',              '–',                 '–',               '–',              '–',    '–',    '–'],
  export:            ['–',      'collecting',     '–',                 '–',               '–',              '–',    '–',    '–'],
  're-export':       ['–',      '–',              '–',                 'collecting',      '–',              '–',    '–',    '–'],
  'debit-succeeded': ['–',      '–',              'paid',              '–',               '–',              '–',    'void', '–'],
  'debit-failed':    ['–',      '–',              'collection-failed', '–',               '–',              '–',    'void', '–'],
  'debit-unclear':   ['–',      '–',              'collecting',        '–',               '–',              '–',    'void', '–'],
  'pay-in-full':     ['–',      'paid',           '–',                 'paid',            'paid',           '–',    '–',    '–'],
  'pay-in-part':     ['–',      'partially-paid', '–',                 'partially-paid',  'partially-paid', '–',    '–',    '–'],
  'reverse-in-full': ['–',      '–',              '–',                 '–',               'issued',         'issued', '–',  'written-off'],
  'reverse-in-part': ['–',      '–',              '–',                 '–',               'partially-paid', 'partially-paid', '–', 'written-off'],
  void:              ['–',      'void',           'void',              'void',            '–',              '–',    '–',    '–'],
  credit:            ['–',      '–',              '–',                 '–',               '–',              'paid', '–',    '–'],
  'write-off':       ['–',      'written-off',    '–',                 'written-off',     'written-off',    '–',    '–',    '–'],
};

describe('the life of an invoice, every event in every state', () => {
  it.each(invoiceEvents)('%s', (event) => {
    const cells = invoiceStates.map((state) => {
      const decision = advanceInvoice(state, event, everything);
      return 'to' in decision ? decision.to : '–';
    });
    expect(cells).toEqual(table[event]);
  });

  it.each(invoiceEvents)('%s waits for each condition', (event) => {
    for (const { from, needs } of invoiceMoves[event])
      for (const state of from)
        for (const need of needs) {
          const met = new Set([...everything].filter((each) => each !== need));
          expect(advanceInvoice(state, event, met)).toEqual({ refused: 'unmet', unmet: [need] });
        }
  });
});

it.each([
  ['collecting', 'void', { to: 'void', effects: ['remove-from-file'] }],
  ['void', 'debit-succeeded', { to: 'void', effects: ['refund-overpayment'] }],
  ['collecting', 'debit-unclear', { to: 'collecting', effects: ['manual-review'] }],
] as const)('T4b %s, %s', (state, event, decision) => {
  expect(advanceInvoice(state, event, everything)).toEqual(decision);
});

it('is overdue from the day after the due date, while money is owed', () => {
  const due = PlainDate.from('2027-03-01');
  const last = new Date('2027-03-01T14:59:59.999Z');
  const over = new Date('2027-03-01T15:00:00.000Z');
  expect(invoiceStates.filter((state) => isOverdue(state, due, last))).toEqual([]);
  expect(invoiceStates.filter((state) => isOverdue(state, due, over))).toEqual([
    'issued',
    'collecting',
    'collection-failed',
    'partially-paid',
  ]);
});

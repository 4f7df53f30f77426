import { PlainDate } from '#lib/kernel';
import { describe, expect, it } from '@jest/globals';
import { fateOfPrepaid } from './prepaid-month.js';
import type { PrepaidFate, PrepaidInvoice } from './prepaid-month.js';

const jst = (text: string): Date => new Date(`${text}+09:00`);

const august = (over: Partial<PrepaidInvoice>): PrepaidInvoice => ({
  issueDay: PlainDate.from('2026-07-11'),
  dueDate: PlainDate.from('2026-07-27'),
  debit: 'none',
  transferredAt: null,
  ...over,
});

describe('T4b prepaid month and notice: the end is 2026-07-31, August is prepaid on 2026-07-27', () => {
  it.each<[string, string, PrepaidInvoice['debit'], PrepaidFate]>([
    ['≤ 07-10 23:59:59', '2026-07-10T23:59:59.999', 'none', { fate: 'not-issued' }],
    ['07-11 00:00, not in a file', '2026-07-11T00:00', 'none', { fate: 'void', then: 'nothing' }],
    [
      '07-14, file not sent',
      '2026-07-14T12:00',
      'in-file',
      { fate: 'void', then: 'remove-from-file' },
    ],
    [
      '07-26 23:59:59, file sent',
      '2026-07-26T23:59:59.999',
      'file-sent',
      { fate: 'void', then: 'refund-if-debited' },
    ],
    [
      '07-26, the debit still executes',
      '2026-07-26T12:00',
      'succeeded',
      { fate: 'void', then: 'refund' },
    ],
    ['07-26, the debit fails', '2026-07-26T12:00', 'failed', { fate: 'void', then: 'nothing' }],
    ['≥ 07-27 00:00, debit succeeded', '2026-07-27T00:00', 'succeeded', { fate: 'kept' }],
    [
      '≥ 07-27 00:00, debit failed',
      '2026-07-27T00:00',
      'failed',
      { fate: 'void', then: 'nothing' },
    ],
    [
      '≥ 07-27 00:00, result not known yet',
      '2026-07-31T23:59',
      'file-sent',
      { fate: 'await-result' },
    ],
  ])('T4b %s', (_, arrives, debit, fate) => {
    expect(fateOfPrepaid(jst(arrives), august({ debit }))).toEqual(fate);
  });

  it.each<[string, PrepaidFate]>([
    ['2026-07-20T10:00', { fate: 'kept' }],
    ['2026-07-20T10:00:00.001', { fate: 'kept' }],
    ['2026-07-20T09:59:59.999', { fate: 'void', then: 'refund' }],
  ])('D-06 a transfer of 07-20 10:00 and a notice of %s', (arrives, fate) => {
    const invoice = august({ transferredAt: jst('2026-07-20T10:00') });
    expect(fateOfPrepaid(jst(arrives), invoice)).toEqual(fate);
  });
});

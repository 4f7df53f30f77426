import { PlainDate } from '#lib/kernel';
import { describe, expect, it } from '@jest/globals';
import { debitOutcome } from './debit-result.js';
import { advanceMandate, collectionMethod, mandateStates } from './mandate.js';
import type { MandateEvent } from './mandate.js';

// prettier-ignore
const table: Record<MandateEvent, string[]> = {
  //               requested        form-received submitted   active      returned stopped invalid replaced
  'receive-form': ['form-received', '–',          '–',        '–',        '–',     '–',    '–',    '–'],
  submit:         ['–',             'submitted',  '–',        '–',        '–',     '–',    '–',    '–'],
  accept:         ['–',             '–',          'active',   '–',        '–',     '–',    '–',    '–'],
  return:         ['–',             '–',          'returned', '–',        '–',     '–',    '–',    '–'],
  stop:           ['–',             '–',          '–',        'stopped',  '–',     '–',    '–',    '–'],
  invalidate:     ['–',             '–',          '–',        'invalid',  '–',     '–',    '–',    '–'],
  replace:        ['–',             '–',          '–',        'replaced', '–',     '–',    '–',    '–'],
};

describe('the life of a mandate, every event in every state', () => {
  it.each(Object.keys(table) as MandateEvent[])('%s', (event) => {
    const cells = mandateStates.map((state) => advanceMandate(state, event) ?? '–');
    expect(cells).toEqual(table[event]);
  });
});

it.each([
  ['0', 'debit-succeeded', null],
  ['1', 'debit-failed', null],
  ['2', 'debit-failed', 'invalidate'],
  ['3', 'debit-failed', 'stop'],
  ['4', 'debit-failed', 'invalidate'],
  ['8', 'debit-failed', null],
  ['9', 'debit-failed', null],
  ['5', 'debit-unclear', null],
  ['6', 'debit-unclear', null],
  ['7', 'debit-unclear', null],
  [' ', 'debit-unclear', null],
  ['', 'debit-unclear', null],
  ['E', 'debit-unclear', null],
  ['N', 'debit-unclear', null],
  ['toString', 'debit-unclear', null],
])('result %j: invoice %s, mandate %p', (code, invoice, mandate) => {
  const outcome = debitOutcome(code);
  expect([outcome.invoice, outcome.mandate]).toEqual([invoice, mandate]);
});

it.each([
  ['2026-02-17', 'direct-debit'],
  ['2026-02-18', 'bank-transfer'],
  [null, 'bank-transfer'],
])('T4 a mandate active since %p, the file by 2026-02-17: %s', (since, method) => {
  const day = since === null ? null : PlainDate.from(since);
  expect(collectionMethod(day, PlainDate.from('2026-02-17'))).toBe(method);
});

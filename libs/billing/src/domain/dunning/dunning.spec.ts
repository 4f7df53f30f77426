import { PlainDate } from '#lib/kernel';
import { describe, expect, it } from '@jest/globals';
import { dueDunningStep, initialDueDate, isOrdered, nextDunningStep } from './dunning.js';
import type { Arrears } from './dunning.js';

const arrears = (over: Partial<Arrears> = {}): Arrears => ({
  state: 'collection-failed',
  dueDate: PlainDate.from('2026-01-27'),
  service: 'active',
  lastResumableDay: PlainDate.from('2026-07-27'),
  taken: [],
  ...over,
});

const jst = (text: string): Date => new Date(`2026-${text}+09:00`);

describe('arrears', () => {
  it.each<[string, Partial<Arrears>, string, string | undefined]>([
    ['on the due date nothing', {}, '01-27T23:59:59.999', undefined],
    ['the day after a reminder', {}, '01-28T00:00', 'reminder'],
    ['which is sent once', { taken: ['reminder'] }, '02-03T23:59', undefined],
    ['a week later the notice', { taken: ['reminder'] }, '02-04T00:00', 'overdue-notice'],
    [
      'two weeks later suspension is proposed',
      { taken: ['reminder', 'overdue-notice'] },
      '02-11T00:00',
      'propose-suspension',
    ],
    ['and not again', { taken: ['propose-suspension'] }, '07-27T00:00', undefined],
    ['after a pause only the firmest', {}, '03-01T00:00', 'propose-suspension'],
    [
      'while suspended it waits for the last day',
      { service: 'suspended', taken: ['propose-suspension'] },
      '07-27T23:59:59.999',
      undefined,
    ],
    [
      'after which termination is proposed',
      { service: 'suspended', taken: ['propose-suspension'] },
      '07-28T00:00',
      'propose-termination',
    ],
    ['once', { service: 'suspended', taken: ['propose-termination'] }, '08-28T00:00', undefined],
    [
      'who has not been suspended is not terminated',
      { taken: ['propose-suspension'] },
      '09-01T00:00',
      undefined,
    ],
    [
      'before service there is nothing to suspend',
      { service: 'not-started' },
      '09-01T00:00',
      'overdue-notice',
    ],
    ['a part is not enough', { state: 'partially-paid' }, '01-28T00:00', 'reminder'],
    ['a transfer that has not come', { state: 'issued' }, '01-28T00:00', 'reminder'],
    ['a debit under way is waited for', { state: 'collecting' }, '01-28T00:00', undefined],
    ['paid is paid', { state: 'paid' }, '09-01T00:00', undefined],
    ['void is nothing', { state: 'void' }, '09-01T00:00', undefined],
    ['written off is over', { state: 'written-off' }, '09-01T00:00', undefined],
  ])('%s', (_, over, now, step) => {
    expect(dueDunningStep(arrears(over), jst(now))).toBe(step);
  });

  it('a policy may be as strict as the terms: suspension is proposed on the day after the due date', () => {
    const strict = { reminder: 1, 'overdue-notice': 1, 'propose-suspension': 1 };
    expect([
      dueDunningStep(arrears(), jst('01-27T23:59:59.999'), strict),
      dueDunningStep(arrears(), jst('01-28T00:00'), strict),
      isOrdered(strict),
      isOrdered({ ...strict, reminder: 2 }),
      isOrdered({ ...strict, reminder: 0 }),
    ]).toEqual([undefined, 'propose-suspension', true, false, false]);
  });

  it('a policy may be kinder', () => {
    const kinder = { reminder: 7, 'overdue-notice': 30, 'propose-suspension': 60 };
    expect([
      dueDunningStep(arrears(), jst('02-02T00:00'), kinder),
      dueDunningStep(arrears(), jst('02-03T00:00'), kinder),
    ]).toEqual([undefined, 'reminder']);
  });
});

describe('the next step', () => {
  it.each<[string, Partial<Arrears>, string | undefined]>([
    ['is a reminder on the day after the due date', {}, 'reminder 2026-01-28'],
    ['then the notice', { taken: ['reminder'] }, 'overdue-notice 2026-02-04'],
    ['then a proposal', { taken: ['overdue-notice'] }, 'propose-suspension 2026-02-11'],
    ['then a person decides', { taken: ['propose-suspension'] }, undefined],
    [
      'while suspended it is the day after the last one to resume on',
      { service: 'suspended', taken: ['propose-suspension'] },
      'propose-termination 2026-07-28',
    ],
    ['there is none after the last', { taken: ['propose-termination'] }, undefined],
    ['there is none while a debit is under way', { state: 'collecting' }, undefined],
  ])('%s', (_, over, expected) => {
    const next = nextDunningStep(arrears(over));
    expect(next && `${next.step} ${next.on.toString()}`).toBe(expected);
  });
});

it('the initial charge is waited for thirty days from its invoice', () => {
  expect(initialDueDate(PlainDate.from('2026-01-15')).toString()).toBe('2026-02-14');
});

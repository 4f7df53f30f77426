import { PlainDate, emailAddress } from '#lib/kernel';
import { describe, expect, it } from '@jest/globals';
import {
  conditionsMet,
  looksLikeMobileAddress,
  missingToStart,
  startNoticeDueBy,
} from './start-gate.js';
import type { StartConditions } from './start-gate.js';

const day = new Date('2026-01-10T03:00Z');
const all: StartConditions = { formArrivedAt: day, initialPaidAt: day, provisionedAt: day };
const start = PlainDate.from('2026-01-15');

describe('T3 start gate', () => {
  it.each<[string, Partial<StartConditions>, string[]]>([
    ['form, fee, ready', {}, []],
    ['no form', { formArrivedAt: null }, ['form-arrived']],
    ['no money, or not all of it', { initialPaidAt: null }, ['initial-fee-paid']],
    ['not ready', { provisionedAt: null }, ['provisioned']],
    [
      'nothing',
      { formArrivedAt: null, initialPaidAt: null, provisionedAt: null },
      ['form-arrived', 'initial-fee-paid', 'provisioned'],
    ],
  ])('T3 %s', (_, without, missing) => {
    const conditions = { ...all, ...without };
    expect(missingToStart(conditions, start, day)).toEqual(missing);
    expect([...conditionsMet(conditions), ...missing].sort()).toEqual([
      'form-arrived',
      'initial-fee-paid',
      'provisioned',
    ]);
  });

  it('T3 serviceStartDate before today → error', () => {
    const lastInstant = new Date('2026-01-15T14:59:59.999Z');
    const sent = [lastInstant, new Date(lastInstant.getTime() + 1)];
    expect(sent.map((now) => missingToStart(all, start, now))).toEqual([
      [],
      ['start-date-not-past'],
    ]);
  });
});

it('the notice is due seven days after the last condition', () => {
  expect(startNoticeDueBy(new Date('2026-02-25T15:00Z')).toString()).toBe('2026-03-05');
});

it.each([
  ['taro@docomo.ne.jp', true],
  ['taro@ezweb.ne.jp', true],
  ['taro@au.com', true],
  ['taro@i.softbank.jp', true],
  ['taro@t.vodafone.ne.jp', true],
  ['taro@disney.ne.jp', true],
  ['taro@ymobile.ne.jp', true],
  ['taro@uqmobile.jp', true],
  ['taro@pdx.ne.jp', true],
  ['taro@example.co.jp', false],
])('%s as PC address is warned about: %p', (address, warned) => {
  expect(looksLikeMobileAddress(emailAddress(address))).toBe(warned);
});

it('no address is nothing to warn about', () => {
  expect(looksLikeMobileAddress(null)).toBe(false);
});

import { PlainDate, emailAddress, yen } from '#lib/kernel';
import { describe, expect, it } from '@jest/globals';
import {
  looksLikeMobileAddress,
  obstaclesToStart,
  startNotice,
  startNoticeDueBy,
} from './start-gate.js';
import type { StartConditions } from './start-gate.js';

const day = new Date('2026-01-10T03:00Z');
const all: StartConditions = {
  formArrivedAt: day,
  initialCharge: yen(16_500),
  received: yen(16_500),
  provisionedAt: day,
};
const start = PlainDate.from('2026-01-15');
const pcEmail = emailAddress('taro@example.co.jp');
const lastInstant = new Date('2026-01-15T14:59:59.999Z');

describe('T3 start gate', () => {
  it('T3 form, fee, ready → notice by mail', () => {
    expect(startNotice(all, start, pcEmail, day)).toEqual({ channel: 'mail', surplus: 0 });
  });

  it('T3 no PC address → letter', () => {
    expect(startNotice(all, start, null, day)).toEqual({ channel: 'letter', surplus: 0 });
  });

  it.each<[string, Partial<StartConditions>, string[]]>([
    ['no form', { formArrivedAt: null }, ['form-not-arrived']],
    ['no money', { received: yen(0) }, ['initial-fee-short']],
    ['not ready', { provisionedAt: null }, ['not-provisioned']],
    ['fee short by the ¥660 transfer fee', { received: yen(15_840) }, ['initial-fee-short']],
    ['fee short by ¥1', { received: yen(16_499) }, ['initial-fee-short']],
    [
      'nothing',
      { formArrivedAt: null, received: yen(0), provisionedAt: null },
      ['form-not-arrived', 'initial-fee-short', 'not-provisioned'],
    ],
  ])('T3 %s → blocked', (_, missing, refused) => {
    const conditions = { ...all, ...missing };
    expect(startNotice(conditions, start, pcEmail, day)).toEqual({ refused });
    expect(obstaclesToStart(conditions)).toEqual(refused);
  });

  it('T3 overpaid → notice, surplus kept as credit', () => {
    const notice = startNotice({ ...all, received: yen(17_000) }, start, pcEmail, day);
    expect(notice).toEqual({ channel: 'mail', surplus: 500 });
  });

  it('T3 serviceStartDate before today → error', () => {
    const sent = [lastInstant, new Date(lastInstant.getTime() + 1)];
    expect(sent.map((now) => startNotice(all, start, pcEmail, now))).toEqual([
      { channel: 'mail', surplus: 0 },
      { refused: ['start-date-past'] },
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

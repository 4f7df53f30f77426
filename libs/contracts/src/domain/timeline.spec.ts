import { PlainDate } from '#lib/kernel';
import { expect, it } from '@jest/globals';
import type { Contract } from './contract.js';
import { resolveTermRules } from './term-rules.js';
import { timelineOf } from './timeline.js';

const contract: Contract = {
  id: 'c',
  version: 1,
  stage: 'active',
  applicationId: null,
  appliedAt: new Date('2026-01-05T10:00:00+09:00'),
  serviceStartDate: PlainDate.from('2026-01-15'),
  rules: resolveTermRules({}),
  billTo: {
    kind: 'corporation',
    name: '',
    nameKana: '',
    postalAddress: '',
    contactPerson: '',
    email: null,
  },
  termsVersion: null,
  formArrivedAt: null,
  initialPaidAt: null,
  provisionedAt: null,
  startNotifiedAt: new Date('2026-01-10T10:00:00+09:00'),
  endDate: null,
  endReason: null,
  endedAt: null,
  eraseServiceDataBy: null,
  erasePersonalDataFrom: null,
};

const told = (of: Contract, at: string): string[] =>
  timelineOf(of, [], [], new Date(at)).map(
    ({ on, kind, tense }) => `${on.toString()} ${kind} ${tense}`,
  );

it('tells the minimum term, its cut-off and the first renewal', () => {
  expect(told(contract, '2026-06-30T23:59:59+09:00')).toEqual([
    '2026-01-05 applied past',
    '2026-01-10 start-notified past',
    '2026-01-15 service-start past',
    '2026-06-30 notice-cut-off today',
    '2026-07-31 minimum-term-end future',
    '2026-08-01 renewal future',
  ]);
});

it('tells the latest renewal and the next one, until an end is fixed', () => {
  const renewed = told(contract, '2026-09-15T00:00:00+09:00').filter((line) =>
    /renewal|end/.test(line),
  );
  expect(renewed).toEqual([
    '2026-07-31 minimum-term-end past',
    '2026-09-01 renewal past',
    '2026-10-01 renewal future',
  ]);
  const ending = { ...contract, endDate: PlainDate.from('2026-09-30') };
  expect(told(ending, '2026-09-15T00:00:00+09:00').slice(-2)).toEqual([
    '2026-09-01 renewal past',
    '2026-09-30 end future',
  ]);
});

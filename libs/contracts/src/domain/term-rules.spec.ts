import { expect, it } from '@jest/globals';
import { badTermRules, resolveTermRules, termsRules } from './term-rules.js';

it('leaves everything to the terms where nobody says otherwise', () => {
  expect(resolveTermRules({})).toEqual({
    rules: termsRules,
    sources: {
      minimumTermMonths: 'terms',
      renewalMonths: 'terms',
      firstMonth: 'terms',
      refundable: 'terms',
      billingMode: 'terms',
    },
  });
});

it('lets the application form prevail over the campaign, the campaign over the course', () => {
  const { rules, sources } = resolveTermRules({
    'application-form': { firstMonth: 'prorated' },
    campaign: { minimumTermMonths: 0, firstMonth: 'full', refundable: true },
    course: { minimumTermMonths: 12, renewalMonths: 12, billingMode: 'arrears' },
  });
  expect({ rules, sources }).toEqual({
    rules: {
      minimumTermMonths: 0,
      renewalMonths: 12,
      firstMonth: 'prorated',
      refundable: true,
      billingMode: 'arrears',
    },
    sources: {
      minimumTermMonths: 'campaign',
      renewalMonths: 'course',
      firstMonth: 'application-form',
      refundable: 'campaign',
      billingMode: 'course',
    },
  });
});

it('a stronger “no” is not an absent word', () => {
  const { rules, sources } = resolveTermRules({
    campaign: { refundable: false },
    course: { refundable: true },
  });
  expect([rules.refundable, sources.refundable]).toEqual([false, 'campaign']);
});

it.each([
  [{}, []],
  [{ minimumTermMonths: 0, renewalMonths: 1 }, []],
  [{ minimumTermMonths: -1, renewalMonths: 0 }, ['minimumTermMonths', 'renewalMonths']],
  [{ minimumTermMonths: 1.5, renewalMonths: NaN }, ['minimumTermMonths', 'renewalMonths']],
  [{ minimumTermMonths: 121 }, ['minimumTermMonths']],
])('of %j these are no rules: %j', (rules, bad) => {
  expect(badTermRules(rules)).toEqual(bad);
});

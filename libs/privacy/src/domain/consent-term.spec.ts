import { expect, it } from '@jest/globals';
import { consentKeptUntil } from './consent-term.js';
import type { ConsentTerm } from './consent-term.js';

it.each<[string, ConsentTerm, string]>([
  ['2026-07-10T09:00:00+09:00', 'month', '2026-08-10'],
  ['2026-01-31T23:59:59.999+09:00', 'month', '2026-02-28'],
  ['2026-01-31T15:00:00Z', 'month', '2026-03-01'],
  ['2026-02-28T09:00:00+09:00', 'month', '2026-03-31'],
  ['2026-07-10T09:00:00+09:00', 'year', '2027-07-10'],
  ['2028-02-29T09:00:00+09:00', 'three-years', '2031-02-28'],
  ['2026-07-10T09:00:00+09:00', 'three-years', '2029-07-10'],
])('mailed last at %s, kept a %s: until %s', (lastMail, term, until) => {
  expect(consentKeptUntil(new Date(lastMail), term).toString()).toBe(until);
});

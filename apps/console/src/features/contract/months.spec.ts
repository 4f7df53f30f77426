import { describe, expect, it } from '@jest/globals';
import { monthsFrom } from './months.js';

describe('months to choose from', () => {
  it('go over the end of the year', () => {
    expect(monthsFrom('2026-11', 4)).toEqual(['2026-11', '2026-12', '2027-01', '2027-02']);
  });
});

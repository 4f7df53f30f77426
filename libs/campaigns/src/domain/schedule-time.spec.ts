import { BusinessError } from '#lib/kernel';
import { describe, expect, it } from '@jest/globals';
import { plannedInstant } from './schedule-time.js';

const now = new Date('2028-01-31T14:59:59.900Z'); // 23:59:59.9 on 31 January in Japan, of a leap year

const answer = (at: string): string => {
  try {
    return plannedInstant(new Date(at), now).toISOString();
  } catch (error) {
    return error instanceof BusinessError ? error.code : String(error);
  }
};

describe('plannedInstant', () => {
  it.each([
    ['2028-01-31T23:59:59.899+09:00', 'campaign.time-past'],
    ['2028-01-31T23:59:59.900+09:00', '2028-01-31T14:59:59.900Z'],
    ['2028-02-29T09:00+09:00', '2028-02-29T00:00:00.000Z'],
    ['2028-03-12T02:30-05:00', '2028-03-12T07:30:00.000Z'],
    ['2029-01-31T23:59:59.900+09:00', '2029-01-31T14:59:59.900Z'],
    ['2029-02-01T23:59:59.901+09:00', 'campaign.time-too-far'],
  ])('%s → %s', (at, expected) => {
    expect(answer(at)).toBe(expected);
  });
});

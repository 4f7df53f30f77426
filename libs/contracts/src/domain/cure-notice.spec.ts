import { describe, expect, it } from '@jest/globals';
import { cureState, defaultCureDays, lastCureDay } from './cure-notice.js';

const jst = (text: string): Date => new Date(`${text}+09:00`);

describe('T9 cure notice', () => {
  const arrivedAt = jst('2026-02-20T23:59:59.999');
  const lastInstant = jst('2026-03-06T23:59:59.999');
  const over = jst('2026-03-07T00:00');
  const notice = { arrivedAt, days: defaultCureDays, curedAt: null };

  it('T9 14 days from the day of arrival, through D+14 24:00', () => {
    expect(lastCureDay(arrivedAt).toString()).toBe('2026-03-06');
    expect([cureState(notice, lastInstant), cureState(notice, over)]).toEqual([
      'running',
      'failed',
    ]);
  });

  it.each([
    ['cured on the last instant', { ...notice, curedAt: lastInstant }, 'cured'],
    ['cured an instant too late', { ...notice, curedAt: over }, 'failed'],
    ['a notice that bounced', { ...notice, arrivedAt: null }, 'not-arrived'],
    ['a longer time', { ...notice, days: 30 }, 'running'],
  ])('T9 %s', (_, given, state) => {
    expect(cureState(given, over)).toBe(state);
  });
});

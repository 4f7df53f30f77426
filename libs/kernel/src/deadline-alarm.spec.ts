import { describe, expect, it } from '@jest/globals';
import { deadlineAlarm } from './deadline-alarm.js';

const dueAt = new Date('2026-04-01T00:00:00Z');
const hourMs = 3_600_000;

describe('the alarm of a deadline', () => {
  it.each([
    ['2026-03-31T22:59:59.999Z', null],
    ['2026-03-31T23:00:00.000Z', 'due-soon'],
    ['2026-03-31T23:59:59.999Z', 'due-soon'],
    ['2026-04-01T00:00:00.000Z', 'overdue'],
    ['2027-04-01T00:00:00.000Z', 'overdue'],
  ])('at %s is %s', (now, alarm) => {
    expect(deadlineAlarm(dueAt, new Date(now), hourMs)).toBe(alarm);
  });
});

import { PlainDate, YearMonth, yen } from '#lib/kernel';
import { describe, expect, it } from '@jest/globals';
import { courseChange } from './course-change.js';
import type { CourseChange } from './course-change.js';

const wish = (
  desired: string,
  arrives: string,
  over: Partial<CourseChange> = {},
): CourseChange => ({
  desired: YearMonth.from(desired),
  arrivedAt: new Date(`${arrives}+09:00`),
  balance: yen(0),
  serviceStartDate: PlainDate.from('2025-10-15'),
  endDate: null,
  ...over,
});

const told = (change: CourseChange): object => {
  const answer = courseChange(change);
  return 'from' in answer ? { ...answer, from: answer.from.toString() } : answer;
};

describe('T6 course change', () => {
  it.each([
    ['2026-03', '2026-02-10T23:59:59.999', { from: '2026-03', asDesired: true }],
    ['2026-03', '2026-02-11T00:00', { from: '2026-04', asDesired: false }],
    ['2026-01', '2025-12-10T23:59:59.999', { from: '2026-01', asDesired: true }],
    ['2026-01', '2025-12-11T00:00', { from: '2026-02', asDesired: false }],
    ['2026-06', '2026-02-11T00:00', { from: '2026-06', asDesired: true }],
    ['2026-02', '2026-02-01T00:00', { from: '2026-03', asDesired: false }],
  ])('T6 desired %s, arrives %s', (desired, arrives, answer) => {
    expect(told(wish(desired, arrives))).toEqual(answer);
  });

  it('T6 the cut-off does not move when the 10th is a Sunday', () => {
    expect(told(wish('2026-06', '2026-05-11T00:00'))).toEqual({
      from: '2026-07',
      asDesired: false,
    });
  });

  it('T6 unpaid > 0 → refused', () => {
    expect(told(wish('2026-03', '2026-02-01T00:00', { balance: yen(1) }))).toEqual({
      refused: 'unpaid',
    });
  });

  it.each([
    ['2025-10-14T23:59:59.999', { refused: 'before-service-start' }],
    ['2025-10-15T00:00', { from: '2026-03', asDesired: true }],
  ])('T6 asked %s, service from 2025-10-15', (arrives, answer) => {
    expect(told(wish('2026-03', arrives))).toEqual(answer);
  });

  it.each([
    ['2026-03', { from: '2026-03', asDesired: true }],
    ['2026-04', { refused: 'after-end' }],
  ])('desired %s with the end on 2026-03-31', (desired, answer) => {
    const endDate = PlainDate.from('2026-03-31');
    expect(told(wish(desired, '2026-02-01T00:00', { endDate }))).toEqual(answer);
  });
});

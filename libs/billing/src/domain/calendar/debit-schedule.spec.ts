import { PlainDate, YearMonth, isBankHoliday, jstDateTime } from '#lib/kernel';
import { describe, expect, it } from '@jest/globals';
import { calendarOfYear, collectionDates, debitDay, runDates } from './debit-schedule.js';
import type { RunDates } from './debit-schedule.js';

const seven = { leadBusinessDays: 7, closesAtMinute: 16 * 60 };
const nine = { leadBusinessDays: 9, closesAtMinute: 15 * 60 };

const days = ({ issueDay, fileBy, dueDate }: RunDates): string[] =>
  [issueDay, fileBy, dueDate].map(String);

describe('T4 dates of the runs, 7 business days', () => {
  it.each([
    ['2026-02', '2026-02-11', '2026-02-17', '2026-02-27'],
    ['2026-03', '2026-03-11', '2026-03-17', '2026-03-27'],
    ['2026-06', '2026-06-11', '2026-06-18', '2026-06-29'],
    ['2026-07', '2026-07-11', '2026-07-15', '2026-07-27'],
  ])('T4 the run of %s', (month, issued, file, due) => {
    expect(days(runDates(YearMonth.from(month), seven))).toEqual([issued, file, due]);
  });

  it.each([
    ['2026-08', '2026-08-01', '2026-08-18', '2026-08-27'], // final, after the end 2026-07-31
    ['2026-07', '2026-07-15', '2026-07-15', '2026-07-27'],
    ['2026-07', '2026-07-21', '2026-08-18', '2026-08-27'], // ended at once, late in a month
    ['2026-07', '2026-11-22', '2026-12-17', '2026-12-28'], // a run made good long after
  ])('what the run of %s issues on %s is collected with the next file', (month, on, file, due) => {
    const dates = collectionDates(YearMonth.from(month), PlainDate.from(on), seven);
    expect([dates.fileBy, dates.dueDate].map(String)).toEqual([file, due]);
  });
});

it('the file closes at the agent’s hour', () => {
  const july = YearMonth.from('2026-07');
  expect([seven, nine].map((each) => jstDateTime(runDates(july, each).fileClosesAt))).toEqual([
    '2026-07-15T16:00+09:00',
    '2026-07-13T15:00+09:00',
  ]);
});

it.each([
  ['2026-06', '2026-06-29'],
  ['2026-07', '2026-07-27'],
  ['2026-09', '2026-09-28'],
  ['2026-12', '2026-12-28'],
  ['2027-02', '2027-03-01'],
  ['2038-02', '2038-03-01'],
  ['2049-02', '2049-03-01'],
])('the 27th of %s is debited on %s', (month, day) => {
  expect(debitDay(YearMonth.from(month)).toString()).toBe(day);
});

describe('2026 to 2050', () => {
  const years = Array.from({ length: 25 }, (_, i) => 2026 + i);
  const runs = (schedule: typeof seven): RunDates[] =>
    years.flatMap((year) => calendarOfYear(year, schedule));

  it('the debit leaves its month in three Februaries only, and is always on an open day', () => {
    const all = runs(seven);
    const left = all.filter(({ month, dueDate }) => !dueDate.toPlainYearMonth().equals(month));
    expect(left.map(({ month }) => month.toString())).toEqual(['2027-02', '2038-02', '2049-02']);
    expect(all.filter(({ dueDate }) => isBankHoliday(dueDate))).toEqual([]);
  });

  it('with 7 business days every run keeps to the 11th', () => {
    expect(runs(seven).filter(({ advanced }) => advanced)).toEqual([]);
  });

  it('with 9 business days Silver Week advances some, never past the file', () => {
    const advanced = runs(nine).filter((run) => run.advanced);
    expect(advanced.slice(0, 3).map(days)).toEqual([
      ['2026-09-10', '2026-09-10', '2026-09-28'],
      ['2027-09-10', '2027-09-10', '2027-09-27'],
      ['2032-09-09', '2032-09-09', '2032-09-27'],
    ]);
    const late = runs(nine).filter(
      ({ issueDay, fileBy }) => PlainDate.compare(issueDay, fileBy) > 0,
    );
    expect(late).toEqual([]);
  });
});

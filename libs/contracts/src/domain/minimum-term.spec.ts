import { PlainDate, jstDateTime, legalLastDay } from '#lib/kernel';
import { describe, expect, it } from '@jest/globals';
import { everyDay, monthsFromTo } from './calendar.builder.js';
import { firstFeeMonth } from './first-fee-month.js';
import { minimumTerm } from './minimum-term.js';

describe('T1 minimum term', () => {
  it.each([
    ['2026-01-01', '2026-06-30', '2026-06-30', '2026-01', '2026-06-01'],
    ['2026-01-15', '2026-07-14', '2026-07-31', '2026-02', '2026-07-01'],
    ['2026-01-31', '2026-07-30', '2026-07-31', '2026-02', '2026-07-01'],
    ['2026-02-01', '2026-07-31', '2026-07-31', '2026-02', '2026-07-01'],
    ['2026-02-28', '2026-08-27', '2026-08-31', '2026-03', '2026-08-01'],
    ['2028-02-29', '2028-08-28', '2028-08-31', '2028-03', '2028-08-01'],
    ['2026-03-31', '2026-09-30', '2026-09-30', '2026-04', '2026-09-01'],
    ['2026-08-28', '2027-02-27', '2027-02-28', '2026-09', '2027-02-01'],
    ['2026-08-29', '2027-02-28', '2027-02-28', '2026-09', '2027-02-01'],
    ['2026-08-30', '2027-02-28', '2027-02-28', '2026-09', '2027-02-01'],
    ['2026-08-31', '2027-02-28', '2027-02-28', '2026-09', '2027-02-01'],
    ['2027-08-29', '2028-02-28', '2028-02-29', '2027-09', '2028-02-01'],
    ['2027-08-30', '2028-02-29', '2028-02-29', '2027-09', '2028-02-01'],
    ['2027-08-31', '2028-02-29', '2028-02-29', '2027-09', '2028-02-01'],
    ['2026-12-15', '2027-06-14', '2027-06-30', '2027-01', '2027-06-01'],
  ])('T1 start %s', (text, lastDay, end, feeMonth, noticeBefore) => {
    const start = PlainDate.from(text);
    const term = minimumTerm(start);
    const fees = monthsFromTo(firstFeeMonth(start), term.end.toPlainYearMonth());
    expect({
      lastDay: term.legalLastDay.toString(),
      end: term.end.toString(),
      feeMonth: firstFeeMonth(start).toString(),
      fees: fees.length,
      noticeBefore: jstDateTime(term.noticeBefore),
    }).toEqual({ lastDay, end, feeMonth, fees: 6, noticeBefore: `${noticeBefore}T00:00+09:00` });
  });
});

it('holds exactly six fees for every start day of 2024 to 2032', () => {
  const days = everyDay('2024-01-01', '2032-12-31');
  const odd = days.filter(
    (start) =>
      monthsFromTo(firstFeeMonth(start), minimumTerm(start).end.toPlainYearMonth()).length !== 6,
  );
  expect([days.length, odd.map(String)]).toEqual([3288, []]);
});

it('is not what adding months and taking a day off gives, on seven start days a year, six before a leap year', () => {
  const differing = everyDay('2024-01-01', '2031-12-31').filter(
    (start) => !start.add({ months: 6 }).subtract({ days: 1 }).equals(legalLastDay(start, 6)),
  );
  const usual = ['03-31', '05-31', '08-29', '08-30', '08-31', '10-31', '12-31'];
  const beforeLeap = usual.filter((day) => day !== '08-29');
  expect(differing.map(String)).toEqual(
    [2024, 2025, 2026, 2027, 2028, 2029, 2030, 2031].flatMap((year) =>
      ((year + 1) % 4 === 0 ? beforeLeap : usual).map((day) => `${year}-${day}`),
    ),
  );
});

it.each([
  ['2026-03-01', 0, '2026-02-28', '2026-03-31'],
  ['2026-03-15', 0, '2026-03-14', '2026-03-31'],
  ['2026-03-15', 12, '2027-03-14', '2027-03-31'],
  ['2027-02-28', 12, '2028-02-27', '2028-02-29'],
  ['2028-02-29', 12, '2029-02-28', '2029-02-28'],
])(
  'a term from %s of %i months ends legally on %s, in effect on %s',
  (text, months, lastDay, end) => {
    const term = minimumTerm(PlainDate.from(text), months);
    expect([term.legalLastDay.toString(), term.end.toString()]).toEqual([lastDay, end]);
  },
);

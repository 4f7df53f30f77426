import { describe, expect, test } from '@jest/globals';
import fc from 'fast-check';
import {
  addBusinessDays,
  businessDayOnOrAfter,
  isBankHoliday,
  isNationalHoliday,
  nextBusinessDay,
} from './business-days.js';
import { PlainDate } from './jst.js';

test.each([
  ['2024-02-12', true, true], // substitute
  ['2025-11-24', true, true], // substitute
  ['2026-11-03', true, true], // 文化の日
  ['2026-11-02', false, false],
  ['2026-09-22', true, true], // between two holidays
  ['2026-05-06', true, true], // substitute
  ['2026-11-07', false, true], // Saturday
  ['2026-11-08', false, true], // Sunday
  ['2026-12-30', false, false],
  ['2026-12-31', false, true],
  ['2027-01-01', true, true],
  ['2027-03-22', true, true], // the equinox falls on a Sunday
  ['2028-02-28', false, false],
  ['2029-01-02', false, true],
  ['2029-01-03', false, true],
  ['2029-01-04', false, false],
  ['2019-05-01', true, true], // the Emperor's accession, once
  ['2050-11-23', true, true], // last line of the table
])('%s: national holiday %p, banks closed %p', (text, national, bank) => {
  const date = PlainDate.from(text);
  expect([isNationalHoliday(date), isBankHoliday(date)]).toEqual([national, bank]);
});

test.each([['1969-12-31'], ['2051-01-01']])('%s lies outside the table, and says so', (text) => {
  const date = PlainDate.from(text);
  expect(() => isNationalHoliday(date)).toThrow('no table of holidays');
  expect(() => isBankHoliday(date)).toThrow('no table of holidays');
});

test.each([
  ['2026-07-27', '2026-07-27', '2026-07-28'], // Monday
  ['2026-06-27', '2026-06-29', '2026-06-29'], // Saturday
  ['2026-09-27', '2026-09-28', '2026-09-28'], // Sunday
  ['2027-02-27', '2027-03-01', '2027-03-01'], // moves out of the month
  ['2026-12-30', '2026-12-30', '2027-01-04'],
  ['2026-05-01', '2026-05-01', '2026-05-07'], // Golden Week
  ['2026-05-02', '2026-05-07', '2026-05-07'],
])('%s: on or after %s, next %s', (text, onOrAfter, next) => {
  const date = PlainDate.from(text);
  expect([businessDayOnOrAfter(date).toString(), nextBusinessDay(date).toString()]).toEqual([
    onOrAfter,
    next,
  ]);
});

describe('addBusinessDays', () => {
  test.each([
    ['2026-07-27', 0, '2026-07-27'],
    ['2026-06-27', 0, '2026-06-27'],
    ['2026-06-27', 1, '2026-06-29'],
    ['2026-06-27', 2, '2026-06-30'],
    ['2026-06-27', -1, '2026-06-26'],
    ['2026-09-28', -7, '2026-09-14'], // Silver Week lies between
    ['2026-12-30', 5, '2027-01-08'],
  ])('%s and %p more: %s', (text, count, expected) => {
    expect(addBusinessDays(PlainDate.from(text), count).toString()).toBe(expected);
  });

  test('counts the open days between, on every day of the table', () => {
    const date = fc
      .integer({ min: 0, max: 29_000 })
      .map((n) => PlainDate.from('1970-02-01').add({ days: n }));
    fc.assert(
      fc.property(date, fc.integer({ min: 1, max: 15 }), (from, count) => {
        const end = addBusinessDays(from, count);
        expect(isBankHoliday(end)).toBe(false);
        let open = 0;
        for (let day = from; PlainDate.compare(day, end) < 0;) {
          day = day.add({ days: 1 });
          if (!isBankHoliday(day)) open += 1;
        }
        expect(open).toBe(count);
        const back = addBusinessDays(end, -count);
        expect(PlainDate.compare(back, from) <= 0).toBe(true);
      }),
    );
  });

  test.each([[0.5], [NaN], [Infinity]])('refuses %p days', (count) => {
    expect(() => addBusinessDays(PlainDate.from('2026-07-27'), count)).toThrow(RangeError);
  });
});

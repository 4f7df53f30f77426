import { describe, expect, test } from '@jest/globals';
import fc from 'fast-check';
import {
  PlainDate,
  YearMonth,
  endOfMonth,
  formatDay,
  formatJst,
  formatMonth,
  jstDate,
  jstDateTime,
  jstMonth,
  startOfJstDay,
  startOfJstMonth,
} from './jst.js';

test.each([
  ['2026-01-31T14:59:59.999Z', '2026-01-31', '2026-01', '2026-01-31T23:59+09:00'],
  ['2026-01-31T15:00:00.000Z', '2026-02-01', '2026-02', '2026-02-01T00:00+09:00'],
  ['2028-02-29T14:59:59.999Z', '2028-02-29', '2028-02', '2028-02-29T23:59+09:00'],
  ['2028-02-29T15:00:00.000Z', '2028-03-01', '2028-03', '2028-03-01T00:00+09:00'],
  ['2027-02-28T15:00:00.000Z', '2027-03-01', '2027-03', '2027-03-01T00:00+09:00'],
  ['2026-12-31T14:59:59.999Z', '2026-12-31', '2026-12', '2026-12-31T23:59+09:00'],
  ['2026-12-31T15:00:00.000Z', '2027-01-01', '2027-01', '2027-01-01T00:00+09:00'],
  // The night in which clocks jump in New York is like any other in Tokyo.
  ['2026-03-08T06:59:59.999Z', '2026-03-08', '2026-03', '2026-03-08T15:59+09:00'],
  ['2026-11-01T06:30:00.000Z', '2026-11-01', '2026-11', '2026-11-01T15:30+09:00'],
])('%s is %s in Japan', (text, date, month, dateTime) => {
  const at = new Date(text);
  expect([jstDate(at).toString(), jstMonth(at).toString(), jstDateTime(at)]).toEqual([
    date,
    month,
    dateTime,
  ]);
});

describe('the first instant', () => {
  test.each([
    ['2026-02', '2026-01-31T15:00:00.000Z', '2026-02-28'],
    ['2028-02', '2028-01-31T15:00:00.000Z', '2028-02-29'],
    ['2026-04', '2026-03-31T15:00:00.000Z', '2026-04-30'],
    ['2027-01', '2026-12-31T15:00:00.000Z', '2027-01-31'],
  ])('of %s is %s, its last day %s', (month, start, end) => {
    expect(startOfJstMonth(YearMonth.from(month))).toEqual(new Date(start));
    expect(endOfMonth(YearMonth.from(month)).toString()).toBe(end);
  });

  test('of a day belongs to it, the millisecond before to the day before', () => {
    const days = fc.integer({ min: 0, max: 40_000 });
    fc.assert(
      fc.property(days, (n) => {
        const date = PlainDate.from('1970-01-01').add({ days: n });
        const start = startOfJstDay(date);
        expect(jstDate(start).toString()).toBe(date.toString());
        expect(jstDate(new Date(start.getTime() - 1)).toString()).toBe(
          date.subtract({ days: 1 }).toString(),
        );
        expect(start.getTime()).toBe((n * 24 - 9) * 3_600_000);
      }),
    );
  });
});

test.each([
  ['2026-01-31T14:59:59.999Z', '2026年1月31日(土) 23:59', 'Sat 31 Jan 2026, 23:59 JST'],
  ['2026-02-01T15:04:00.000Z', '2026年2月2日(月) 00:04', 'Mon 2 Feb 2026, 00:04 JST'],
  ['2028-12-31T00:00:00.000Z', '2028年12月31日(日) 09:00', 'Sun 31 Dec 2028, 09:00 JST'],
])('%s reads %p and %p', (text, ja, en) => {
  const at = new Date(text);
  expect([formatJst(at, 'ja'), formatJst(at, 'en')]).toEqual([ja, en]);
});

test('days and months are written for people', () => {
  const [day, month] = [PlainDate.from('2028-02-29'), YearMonth.from('2026-12')];
  expect([formatDay(day, 'ja'), formatDay(day, 'en')]).toEqual([
    '2028年2月29日(火)',
    'Tue 29 Feb 2028',
  ]);
  expect([formatMonth(month, 'ja'), formatMonth(month, 'en')]).toEqual(['2026年12月', 'Dec 2026']);
});

test('what is no instant is refused', () => {
  expect(() => jstDate(new Date(NaN))).toThrow(RangeError);
});

import { PlainDate, dataClasses, startOfJstDay } from '#lib/kernel';
import type { DataClass } from '#lib/kernel';
import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import { keptUntil, oldestKept, retentions } from './retention.js';

it('has a line for each class, as the document has it', () => {
  const lines = dataClasses.map((each) => {
    const { from, period, ending } = retentions[each];
    return [each, from, Object.entries(period).flat().join(' '), ending];
  });
  expect(lines).toEqual([
    ['A', 'contract-end', 'days 7', 'delete-and-destroy-key'],
    ['A2', 'record', 'months 6', 'delete'],
    ['E', 'last-mail', 'months 1', 'delete'],
    ['B', 'contract-end', 'months 6', 'delete-and-blank'],
    ['C', 'fiscal-year-end', 'months 122', 'keep'],
    ['S', 'contract-end', 'days 7', 'delete-and-destroy-key'],
  ]);
});

describe('the last day, in Japan', () => {
  it.each<[DataClass, string, string]>([
    ['A', '2026-07-31', '2026-08-07'],
    ['A', '2028-02-29', '2028-03-07'],
    ['A', '2026-12-31', '2027-01-07'],
    ['S', '2026-07-31', '2026-08-07'],
    ['A2', '2026-01-15', '2026-07-15'],
    ['A2', '2026-08-30', '2027-02-28'],
    ['A2', '2026-08-31', '2027-02-28'],
    ['E', '2026-01-30', '2026-02-28'],
    ['E', '2026-02-28', '2026-03-31'],
    ['E', '2026-07-10', '2026-08-10'],
    ['B', '2026-07-31', '2027-01-31'],
    ['B', '2026-08-31', '2027-02-28'],
    ['C', '2026-03-31', '2036-05-31'],
    ['C', '2026-04-01', '2037-05-31'],
  ])('of class %s, begun on %s, is %s', (dataClass, event, last) => {
    expect(keptUntil(dataClass, PlainDate.from(event)).toString()).toBe(last);
  });
});

it('keeps vouchers for the seven years of tax law and the ten after a year of loss, whenever they were made', () => {
  fc.assert(
    fc.property(fc.integer({ min: 0, max: 20_000 }), (n) => {
      const made = PlainDate.from('2020-01-01').add({ days: n });
      const years = made.month <= 3 ? made.year : made.year + 1;
      const periodEnd = PlainDate.from({ year: years, month: 3, day: 31 });
      const until = keptUntil('C', made);
      expect(PlainDate.compare(until, periodEnd.add({ months: 2, years: 7 }))).toBe(1);
      expect(until.toString()).toBe(`${years + 10}-05-31`);
    }),
  );
});

describe('what is over by age', () => {
  it.each<[string, string]>([
    ['2026-07-15T23:59:59.999+09:00', '2026-01-15T00:00:00+09:00'],
    ['2026-07-16T00:00:00.000+09:00', '2026-01-16T00:00:00+09:00'],
    ['2027-02-28T12:00:00+09:00', '2026-08-28T00:00:00+09:00'],
    ['2027-03-01T00:00:00+09:00', '2026-09-01T00:00:00+09:00'],
  ])('at %s came before %s', (now, oldest) => {
    expect(oldestKept('A2', new Date(now))).toEqual(new Date(oldest));
  });

  it('is what the last day says, on every day', () => {
    const days = fc.integer({ min: 0, max: 4000 });
    fc.assert(
      fc.property(days, fc.integer({ min: -40, max: 40 }), (n, shift) => {
        const today = PlainDate.from('2026-01-01').add({ days: n });
        const record = today.subtract({ months: 6 }).add({ days: shift });
        const isOver = startOfJstDay(record) < oldestKept('A2', startOfJstDay(today));
        expect(isOver).toBe(PlainDate.compare(keptUntil('A2', record), today) < 0);
      }),
    );
  });
});

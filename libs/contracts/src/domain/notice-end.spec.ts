import { PlainDate, YearMonth, endOfMonth, jstDate } from '#lib/kernel';
import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import { minimumTerm } from './minimum-term.js';
import {
  endByOperator,
  endByTenant,
  firstMonthWithoutService,
  later,
  tenantNoticeBefore,
} from './notice-end.js';

const termFrom = (start: string): ReturnType<typeof minimumTerm> =>
  minimumTerm(PlainDate.from(start));

const jst = (text: string): Date => new Date(`${text.replace(' ', 'T')}+09:00`);

describe('T2 notices', () => {
  it.each([
    ['TE', '2026-01-01', '2026-05-31 23:59:59.999', '2026-06-30', 'W5.3', false],
    ['TE', '2026-01-01', '2026-06-01 00:00:00', '2026-07-31', 'W5.3', true],
    ['TE', '2026-01-01', '2026-06-30 23:59:59', '2026-07-31', 'W5.3', true],
    ['TE', '2026-01-01', '2026-07-01 00:00:00', '2026-07-31', 'W15.1', false],
    ['TE', '2026-01-01', '2026-07-31 23:59:59', '2026-07-31', 'W15.1', false],
    ['TE', '2026-01-01', '2026-08-01 00:00:00', '2026-08-31', 'W15.1', false],
    ['OP', '2026-01-01', '2026-05-31 23:59:59', '2026-06-30', 'W5.3', false],
    ['OP', '2026-01-01', '2026-07-01 00:00:00', '2026-08-31', 'W5.3', false],
    ['OP', '2026-01-01', '2026-07-31 23:59:59', '2026-08-31', 'W5.3', false],
    ['TE', '2026-01-15', '2026-06-30 23:59:59', '2026-07-31', 'W5.3', false],
    ['TE', '2026-01-15', '2026-07-01 00:00:00', '2026-08-31', 'W5.3', true],
    ['TE', '2026-01-31', '2026-06-30 23:59:59', '2026-07-31', 'W5.3', false],
    ['TE', '2026-01-31', '2026-07-01 00:00:00', '2026-08-31', 'W5.3', true],
    ['TE', '2026-02-28', '2026-07-31 23:59:59', '2026-08-31', 'W5.3', false],
    ['TE', '2026-02-28', '2026-08-01 00:00:00', '2026-09-30', 'W5.3', true],
    ['TE', '2026-08-31', '2027-01-31 23:59:59', '2027-02-28', 'W5.3', false],
    ['TE', '2026-08-31', '2027-02-01 00:00:00', '2027-03-31', 'W5.3', true],
    ['TE', '2027-08-31', '2028-01-31 23:59:59', '2028-02-29', 'W5.3', false],
    ['TE', '2027-08-31', '2028-02-01 00:00:00', '2028-03-31', 'W5.3', true],
  ] as const)(
    'T2 %s, service from %s, arrives %s: ends %s',
    (from, start, arrives, ends, clause, late) => {
      const end = from === 'TE' ? endByTenant : endByOperator;
      const effect = end(termFrom(start), jst(arrives));
      expect({ ...effect, endDate: effect.endDate.toString() }).toEqual({
        endDate: ends,
        clause,
        late,
      });
    },
  );

  it.each([
    ['2026-05-31T14:59:59.999Z', '2026-06-30'],
    ['2026-05-31T15:00:00.000Z', '2026-07-31'],
  ])('T2 the same instants in UTC: %s ends %s', (arrives, ends) => {
    expect(endByTenant(termFrom('2026-01-01'), new Date(arrives)).endDate.toString()).toBe(ends);
  });
});

describe('for any start and arrival', () => {
  const start = fc
    .integer({ min: 0, max: 3287 })
    .map((days) => PlainDate.from('2024-01-01').add({ days }));
  const arrival = fc.date({
    min: new Date('2023-06-01Z'),
    max: new Date('2035-01-01Z'),
    noInvalidDate: true,
  });
  const months = fc.constantFrom(1, 2, 3, 6, 12);

  it('a later notice never ends the contract earlier', () => {
    fc.assert(
      fc.property(start, arrival, arrival, months, (s, a, b, renewalMonths) => {
        const term = minimumTerm(s);
        const [first, second] = a <= b ? [a, b] : [b, a];
        const ends = [first, second].map((at) => [
          endByTenant(term, at).endDate,
          endByOperator(term, at, renewalMonths).endDate,
        ]);
        for (const party of [0, 1])
          expect(
            PlainDate.compare(ends[0]?.[party] as PlainDate, ends[1]?.[party] as PlainDate),
          ).toBeLessThanOrEqual(0);
      }),
      { numRuns: 2000 },
    );
  });

  it('the end is the last day of a month, not before the minimum term and not before the arrival', () => {
    fc.assert(
      fc.property(start, arrival, (s, at) => {
        const term = minimumTerm(s);
        const { endDate } = endByTenant(term, at);
        expect(endDate.equals(endOfMonth(endDate.toPlainYearMonth()))).toBe(true);
        expect(later(endDate, term.end).equals(endDate)).toBe(true);
        expect(later(endDate, jstDate(at)).equals(endDate)).toBe(true);
      }),
    );
  });

  it('the operator with monthly renewals ends with the month after the arrival, or with the term', () => {
    fc.assert(
      fc.property(start, arrival, (s, at) => {
        const term = minimumTerm(s);
        const nextMonth = endOfMonth(jstDate(at).toPlainYearMonth().add({ months: 1 }));
        expect(endByOperator(term, at).endDate.equals(later(term.end, nextMonth))).toBe(true);
      }),
    );
  });

  it('the cut-off that is shown is the one that counts, to the millisecond', () => {
    fc.assert(
      fc.property(start, fc.integer({ min: 0, max: 30 }), (s, n) => {
        const term = minimumTerm(s);
        const month = term.end.toPlainYearMonth().add({ months: n });
        const before = tenantNoticeBefore(term, month) as Date;
        const lastInTime = endByTenant(term, new Date(before.getTime() - 1)).endDate;
        const firstTooLate = endByTenant(term, before).endDate;
        expect(lastInTime.toPlainYearMonth().equals(month)).toBe(true);
        expect(PlainDate.compare(firstTooLate, lastInTime)).toBe(1);
      }),
    );
  });
});

it.each([
  ['TE', '2026-03-01', '2026-02-20 12:00', '2026-03-31', 'W15.1'],
  ['TE', '2026-03-01', '2026-03-31 23:59:59.999', '2026-03-31', 'W15.1'],
  ['TE', '2026-03-15', '2026-03-20 12:00', '2026-03-31', 'W15.1'],
  ['TE', '2026-03-15', '2026-04-01 00:00', '2026-04-30', 'W15.1'],
  ['OP', '2026-03-15', '2026-03-20 12:00', '2026-04-30', 'W5.3'],
] as const)(
  'where no minimum term was agreed, %s, service from %s, arrives %s: ends %s',
  (from, start, arrives, ends, clause) => {
    const end = from === 'TE' ? endByTenant : endByOperator;
    const effect = end(minimumTerm(PlainDate.from(start), 0), jst(arrives));
    expect({ ...effect, endDate: effect.endDate.toString() }).toEqual({
      endDate: ends,
      clause,
      late: false,
    });
  },
);

it('where no minimum term was agreed, the cut-off that is shown is the end of the month', () => {
  const { end, noticeBefore } = minimumTerm(PlainDate.from('2026-03-15'), 0);
  expect([end.toString(), noticeBefore]).toEqual(['2026-03-31', jst('2026-04-01 00:00')]);
});

it('no notice reaches a month within the minimum term', () => {
  expect(tenantNoticeBefore(termFrom('2026-01-01'), YearMonth.from('2026-05'))).toBeUndefined();
});

it.each([
  ['2026-06-15 12:00', '2027-06-30'],
  ['2027-05-31 23:59:59.999', '2027-06-30'],
  ['2027-06-01 00:00', '2028-06-30'],
])('with yearly renewals the operator’s notice of %s ends the contract on %s', (arrives, ends) => {
  expect(endByOperator(termFrom('2026-01-01'), jst(arrives), 12).endDate.toString()).toBe(ends);
});

it('D-07: the month of cancellation is the one after the last month of use', () => {
  expect(firstMonthWithoutService(PlainDate.from('2026-12-31')).toString()).toBe('2027-01');
});

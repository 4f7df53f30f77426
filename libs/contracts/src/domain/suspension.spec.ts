import { PlainDate, YearMonth, jstDateTime } from '#lib/kernel';
import { describe, expect, it } from '@jest/globals';
import { isWhollySuspended, maySuspendFrom } from './suspension.js';

const jst = (text: string): Date => new Date(`${text}+09:00`);

it('W13.2: from the day after the due date', () => {
  expect(jstDateTime(maySuspendFrom(PlainDate.from('2027-02-28')))).toBe('2027-03-01T00:00+09:00');
});

describe('D-10: a month costs nothing', () => {
  it.each<[string, [string, string | null][], boolean]>([
    ['never suspended', [], false],
    ['from its first instant to its last', [['2026-02-01T00:00', '2026-03-01T00:00']], true],
    ['long before and long after', [['2026-01-05T10:00', '2026-04-02T10:00']], true],
    ['still suspended', [['2026-01-31T10:00', null]], true],
    ['from a millisecond later', [['2026-02-01T00:00:00.001', null]], false],
    ['until a millisecond before', [['2026-01-01T00:00', '2026-02-28T23:59:59.999']], false],
    [
      'two without a gap',
      [
        ['2026-02-10T00:00', '2026-03-02T00:00'],
        ['2026-01-10T00:00', '2026-02-10T00:00'],
      ],
      true,
    ],
    [
      'two with a gap of a minute',
      [
        ['2026-01-10T00:00', '2026-02-10T00:00'],
        ['2026-02-10T00:01', null],
      ],
      false,
    ],
    [
      'one within another',
      [
        ['2026-01-10T00:00', '2026-02-20T00:00'],
        ['2026-01-15T00:00', '2026-01-20T00:00'],
        ['2026-02-20T00:00', '2026-03-01T00:00'],
      ],
      true,
    ],
    ['over before it began', [['2026-01-10T00:00', '2026-02-01T00:00']], false],
  ])('%s', (_, spans, free) => {
    const suspensions = spans.map(([from, until]) => ({
      from: jst(from),
      until: until === null ? null : jst(until),
    }));
    expect(isWhollySuspended(YearMonth.from('2026-02'), suspensions)).toBe(free);
  });
});

import { PlainDate } from '#lib/kernel';
import { expect, it } from '@jest/globals';
import { erasureDates, erasureStanding } from './erasure-dates.js';

it.each([
  ['2026-07-31', 6, '2026-08-07', '2027-02-01'],
  ['2026-08-31', 6, '2026-09-07', '2027-03-01'],
  ['2026-08-30', 6, '2026-09-06', '2027-03-01'],
  ['2026-12-25', 12, '2027-01-01', '2027-12-26'],
])(
  'the end %s, kept %i months: service data by %s, personal data from %s',
  (end, months, by, from) => {
    const dates = erasureDates(PlainDate.from(end), months);
    expect([dates.serviceDataBy.toString(), dates.personalDataFrom.toString()]).toEqual([by, from]);
  },
);

it.each([
  ['2026-08-04T23:59:59.999+09:00', 'waiting'],
  ['2026-08-05T00:00:00.000+09:00', 'due'],
  ['2026-08-07T23:59:59.999+09:00', 'due'],
  ['2026-08-07T14:59:59.999Z', 'due'],
  ['2026-08-08T00:00:00.000+09:00', 'late'],
  ['2026-08-07T15:00:00.000Z', 'late'],
])('what must be gone by 2026-08-07 is at %s %s', (at, standing) => {
  expect(erasureStanding(PlainDate.from('2026-08-07'), new Date(at))).toBe(standing);
});

import { PlainDate } from '#lib/kernel';
import { expect, it } from '@jest/globals';
import { erasureDates } from './erasure-dates.js';

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

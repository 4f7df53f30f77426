import { PlainDate } from '#lib/kernel';
import { expect, it } from '@jest/globals';
import { detailsChangeTiming, needsOperatorCheck } from './details-change.js';

it.each([
  ['2026-04-01', '2026-04-11', '2026-04-11T23:59:59.999', false],
  ['2026-04-01', '2026-04-11', '2026-04-12T00:00', true],
  ['2026-04-01', '2026-04-11', '2026-01-05T09:00', false],
  ['2026-12-25', '2027-01-04', '2027-01-04T23:59:59.999', false],
  ['2026-12-25', '2027-01-04', '2027-01-05T00:00', true],
  ['2028-02-19', '2028-02-29', '2028-02-29T23:59:59.999', false],
])(
  'T9 W16 planned %s: in time through %s; arriving %s late is %p',
  (planned, last, arrives, late) => {
    const timing = detailsChangeTiming(PlainDate.from(planned), new Date(`${arrives}+09:00`));
    expect({ lastDay: timing.lastDay.toString(), late: timing.late }).toEqual({
      lastDay: last,
      late,
    });
  },
);

it('a change of name is looked at by the operator, a change of phone is not', () => {
  expect([needsOperatorCheck(['phone', 'name']), needsOperatorCheck(['phone'])]).toEqual([
    true,
    false,
  ]);
});

import { expect, it } from '@jest/globals';
import { strictestSchedule } from './strictest-schedule.js';

const at = (leadBusinessDays: number, closesAtMinute: number): object => ({
  leadBusinessDays,
  closesAtMinute,
});

it.each([
  [[[7, 960]], at(7, 960)],
  [
    [
      [7, 960],
      [9, 1_020],
    ],
    at(9, 960),
  ],
  [
    [
      [9, 900],
      [4, 960],
      [2, 840],
    ],
    at(9, 840),
  ],
])('of %j the strictest is %j', (schedules, strictest) => {
  const [first, ...others] = schedules.map(([leadBusinessDays = 0, closesAtMinute = 0]) => ({
    leadBusinessDays,
    closesAtMinute,
  }));
  expect(first && strictestSchedule(first, ...others)).toEqual(strictest);
});

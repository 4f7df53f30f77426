import { expect, it } from '@jest/globals';
import { readersByDay } from './growth.js';

it('counts back from today over days on which nothing happened', () => {
  const days = [
    { day: '2026-03-01', joined: 4, left: 1, removed: 0 },
    { day: '2026-02-27', joined: 10, left: 0, removed: 0 },
  ];
  expect(readersByDay(days, 13, '2026-03-02')).toEqual([
    { day: '2026-02-26', readers: 0, joined: 0, gone: 0 },
    { day: '2026-02-27', readers: 10, joined: 10, gone: 0 },
    { day: '2026-02-28', readers: 10, joined: 0, gone: 0 },
    { day: '2026-03-01', readers: 13, joined: 4, gone: 1 },
    { day: '2026-03-02', readers: 13, joined: 0, gone: 0 },
  ]);
});

it('has nothing to show of nothing', () => {
  expect(readersByDay([], 5, '2026-03-02')).toEqual([]);
});

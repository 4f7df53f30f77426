import { expect, it } from '@jest/globals';
import { everyHour } from './hours.js';

const hour = (at: string, opens = 0) => ({
  at,
  opens,
  machineOpens: 0,
  clicks: 0,
  scannerClicks: 0,
});

it('fills the hours in which nothing happened', () => {
  const found = everyHour([
    hour('2026-04-01T00:00:00.000Z', 5),
    hour('2026-04-01T03:00:00.000Z', 1),
  ]);
  expect(found.map(({ at, opens }) => [at.slice(11, 13), opens])).toEqual([
    ['00', 5],
    ['01', 0],
    ['02', 0],
    ['03', 1],
  ]);
});

it('ends after three days', () => {
  const found = everyHour([hour('2026-04-01T00:00:00.000Z'), hour('2026-05-01T00:00:00.000Z')]);
  expect([everyHour([]).length, found.length, found.at(-1)?.at]).toEqual([
    0,
    72,
    '2026-04-03T23:00:00.000Z',
  ]);
});

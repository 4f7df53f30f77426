import { describe, expect, it } from '@jest/globals';
import { secondsToWait } from './tries.js';

const now = new Date('2026-04-01T00:15:00Z');
const secondsAgo = (...seconds: number[]): Date[] =>
  seconds.map((s) => new Date(now.getTime() - s * 1000));

describe('secondsToWait', () => {
  it.each([
    ['no try', secondsAgo(), 0],
    ['nine tries', secondsAgo(0, 0, 0, 0, 0, 0, 0, 0, 0), 0],
    ['ten at once', secondsAgo(0, 0, 0, 0, 0, 0, 0, 0, 0, 0), 900],
    ['ten, the first 899.5 s ago', secondsAgo(1, 1, 1, 1, 1, 1, 1, 1, 1, 899.5), 1],
    ['ten, the first 900 s ago', secondsAgo(1, 1, 1, 1, 1, 1, 1, 1, 1, 900), 0],
  ])('%s', (_, tries, wait) => {
    expect(secondsToWait(tries, now)).toBe(wait);
  });
});

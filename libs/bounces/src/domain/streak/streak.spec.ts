import { describe, expect, it } from '@jest/globals';
import { streak } from './streak.js';
import type { Outcome } from './streak.js';

const letters: Readonly<Record<string, Outcome>> = {
  H: 'failed',
  S: 'accepted',
  B: 'no-verdict',
  '?': 'unsettled',
};

const outcomes = (text: string): Outcome[] =>
  Array.from(text).flatMap((letter) => letters[letter] ?? []);

describe('streak', () => {
  it.each([
    ['', 0],
    ['H', 1],
    ['HH', 2],
    ['HHH', 3],
    ['HHSH', 1],
    ['HBHH', 3],
    ['BBB', 0],
    ['HBBBBH', 2],
    ['HH?H', 2],
    ['?HHH', 0],
    ['HHSHHH', 3],
    ['HHHS', 3],
    ['SHSHSH', 1],
  ])('%s: %s', (text, strikes) => {
    expect(streak(outcomes(text))).toBe(strikes);
  });
});

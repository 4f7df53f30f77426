import { describe, expect, it } from '@jest/globals';
import { optionsInForce, wishOf, wishesNothing } from './wish.js';

describe('a wish for another course', () => {
  it('names only what changes', () => {
    const before = { course: 'A', options: ['x', 'y'] };
    expect(wishOf(before, { course: 'A', options: ['y', 'z'] }, '2026-05')).toEqual({
      desiredMonth: '2026-05',
      courseCode: null,
      addOptions: ['z'],
      dropOptions: ['x'],
    });
    expect(wishOf(before, { ...before, course: 'B' }, '2026-05')).toEqual({
      desiredMonth: '2026-05',
      courseCode: 'B',
      addOptions: [],
      dropOptions: [],
    });
  });

  it('is none while only the month differs', () => {
    const before = { course: 'A', options: ['x'] };
    const afters = [before, { ...before, course: 'B' }, { ...before, options: [] }];
    expect(afters.map((after) => wishesNothing(wishOf(before, after, '2026-05')))).toEqual([
      true,
      false,
      false,
    ]);
  });

  it('begins from the options of today', () => {
    const option = (optionCode: string, from: string, until: string | null) => ({
      optionCode,
      from,
      until,
    });
    const options = [
      option('now', '2026-01-01', null),
      option('past', '2026-01-01', '2026-04-01'),
      option('later', '2026-05-01', null),
    ];
    expect(optionsInForce(options, '2026-04-10')).toEqual(['now']);
  });
});

import { PlainDate } from '#lib/kernel';
import { describe, expect, it } from '@jest/globals';
import { isTrainingDue } from './training.js';

describe('training', () => {
  it.each([
    [undefined, '2026-04-01', true],
    ['2025-04-01', '2026-04-01', false],
    ['2025-04-01', '2026-04-02', true],
    ['2024-02-29', '2025-02-28', false],
    ['2024-02-29', '2025-03-01', true],
  ])('of %s is due on %s: %s', (last, today, due) => {
    expect(
      isTrainingDue(last === undefined ? last : PlainDate.from(last), PlainDate.from(today)),
    ).toBe(due);
  });
});

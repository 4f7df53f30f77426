import { PlainDate } from '#lib/kernel';
import { describe, expect, it } from '@jest/globals';
import { inForceAt, publication, review, stateAt } from './terms-version.js';
import type { Impact } from './terms-version.js';

const now = new Date('2026-03-01T10:00:00+09:00');
const at = (text: string): Date => new Date(text);
const last = { number: 1, inForceFrom: at('2026-01-01T00:00:00+09:00') };

describe('publication', () => {
  it.each<[string, Impact, string, typeof last | null, unknown]>([
    [
      'binds from midnight in Japan',
      'neutral',
      '2026-03-02',
      last,
      at('2026-03-02T00:00:00+09:00'),
    ],
    ['not from a midnight that has passed', 'neutral', '2026-03-01', last, 'in-the-past'],
    ['a first version from today: at once', 'neutral', '2026-03-01', null, now],
    ['a first version not from yesterday', 'neutral', '2026-02-28', null, 'in-the-past'],
    ['an adverse change needs 30 days', 'adverse', '2026-03-31', last, 'too-soon'],
    ['and has them', 'adverse', '2026-04-01', last, at('2026-04-01T00:00:00+09:00')],
    [
      'not before the one that was published last',
      'neutral',
      '2026-03-10',
      { number: 2, inForceFrom: at('2026-03-10T00:00:00+09:00') },
      'not-after-the-last',
    ],
  ])('%s', (_, impact, day, before, expected) => {
    const given = publication({ number: 2, impact, effectiveOn: PlainDate.from(day) }, before, now);
    expect('refused' in given ? given.refused : given.inForceFrom).toEqual(expected);
  });
});

const second = { number: 2, inForceFrom: at('2026-04-01T00:00:00+09:00') };

it.each([
  ['2025-12-31T23:59:59.999+09:00', undefined, 'published'],
  ['2026-01-01T00:00:00+09:00', 1, 'effective'],
  ['2026-03-31T23:59:59.999+09:00', 1, 'effective'],
  ['2026-04-01T00:00:00+09:00', 2, 'superseded'],
])('at %s version %s binds, and the first is %s', (instant, number, state) => {
  const all = [last, second];
  expect(inForceAt(all, at(instant))?.number).toBe(number);
  expect(stateAt({ number: 1, state: 'published' }, all, at(instant))).toBe(state);
});

it.each([
  ['a second person', 'in_review', 'b', 'h', null],
  ['the same person', 'in_review', 'a', 'h', 'same-person'],
  ['somebody who saw another text', 'in_review', 'b', 'x', 'text-changed'],
  ['anybody before it is handed in', 'draft', 'b', 'h', 'wrong-state'],
] as const)('review by %s', (_, state, reviewer, hash, refusal) => {
  expect(review({ state, hash: 'h', submittedBy: 'a' }, reviewer, hash)).toBe(refusal);
});

import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import { dueAfter, isOpen, opensAt } from './contact-window.js';

const at = (text: string): Date => new Date(`${text}+09:00`);
const none = new Set<string>();

describe('the contact window', () => {
  it.each([
    ['2026-09-24T08:59:59.999', false],
    ['2026-09-24T09:00:00', true],
    ['2026-09-24T11:59:59.999', true],
    ['2026-09-24T12:00:00', false],
    ['2026-09-24T12:59:59', false],
    ['2026-09-24T13:00:00', true],
    ['2026-09-24T17:59:59.999', true],
    ['2026-09-24T18:00:00', false],
    ['2026-09-22T11:00:00', false], // 国民の休日
    ['2026-09-26T11:00:00', false], // Saturday
  ])('at %s in Japan is open: %s', (instant, open) => {
    expect(isOpen(at(instant), none)).toBe(open);
  });

  it('is closed on days of the company', () => {
    expect(isOpen(at('2026-08-13T10:00:00'), new Set(['2026-08-13']))).toBe(false);
  });

  it.each([
    ['2026-09-24T10:00:00', '2026-09-24T10:00:00'],
    ['2026-09-24T12:30:00', '2026-09-24T13:00:00'],
    ['2026-09-18T18:00:00', '2026-09-24T09:00:00'], // over Silver Week
  ])('asked at %s opens at %s', (instant, opening) => {
    expect(opensAt(at(instant), none)).toEqual(at(opening));
  });

  it.each([
    ['2026-09-24T09:00:00', 8, '2026-09-24T18:00:00'],
    ['2026-09-24T11:00:00', 2, '2026-09-24T14:00:00'],
    ['2026-09-18T17:00:00', 8, '2026-09-24T17:00:00'],
    ['2026-09-19T03:00:00', 1, '2026-09-24T10:00:00'],
  ])('from %s on %i open hours are over at %s', (instant, hours, due) => {
    expect(dueAfter(at(instant), hours, none)).toEqual(at(due));
  });

  it('lets a promise run only while it is open, and later letters not fall due earlier', () => {
    const instant = fc.integer({ min: 0, max: 365 * 86_400 });
    fc.assert(
      fc.property(instant, instant, fc.integer({ min: 1, max: 40 }), (a, b, hours) => {
        const [first, second] = [Math.min(a, b), Math.max(a, b)].map(
          (s) => new Date(at('2026-01-01T00:00:00').getTime() + s * 1000),
        ) as [Date, Date];
        const due = dueAfter(first, hours, none);
        expect(isOpen(new Date(due.getTime() - 1), none)).toBe(true);
        expect(dueAfter(second, hours, none).getTime()).toBeGreaterThanOrEqual(due.getTime());
      }),
    );
  });
});

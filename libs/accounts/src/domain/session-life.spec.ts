import { describe, expect, it } from '@jest/globals';
import { isAlive, isWorthNoting } from './session-life.js';

const at = (text: string): Date => new Date(`${text}+09:00`);

describe('a session', () => {
  it.each([
    ['2026-04-01T09:00:00', '2026-04-01T20:59:59.999', true],
    ['2026-04-01T09:00:00', '2026-04-01T21:00:00', false],
    ['2026-04-08T08:00:00', '2026-04-08T08:59:59.999', true],
    ['2026-04-08T08:59:00', '2026-04-08T09:00:00', false],
  ])('opened 2026-04-01 09:00, last used %s, at %s is alive: %s', (seenAt, now, alive) => {
    const session = { createdAt: at('2026-04-01T09:00:00'), seenAt: at(seenAt) };
    expect(isAlive(session, at(now))).toBe(alive);
  });

  it.each([
    [null, true],
    ['2026-04-01T08:59:00', true],
    ['2026-04-01T08:59:00.001', false],
  ])('last noted %s is noted again: %s', (seenAt, noted) => {
    expect(isWorthNoting(seenAt === null ? null : at(seenAt), at('2026-04-01T09:00:00'))).toBe(
      noted,
    );
  });
});

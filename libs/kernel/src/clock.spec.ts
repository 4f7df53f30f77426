import { describe, expect, test } from '@jest/globals';
import { MovableClock, SystemClock } from './clock.js';
import type { Clock } from './clock.js';

describe('SystemClock', () => {
  test('tells the machine’s time, which is the database’s too', () => {
    const clock = new SystemClock();
    const before = Date.now();
    const told = clock.now().getTime();
    expect(told >= before && told <= Date.now()).toBe(true);
    const asked: Clock = clock;
    expect(asked.databaseTime()).toBeUndefined();
  });
});

describe('MovableClock', () => {
  const start = '2026-01-31T23:59:59.999+09:00';

  test('stands still, and keeps its time when a caller changes the Date it got', () => {
    const clock = new MovableClock(start);
    clock.now().setFullYear(1999);
    expect(clock.now()).toEqual(new Date('2026-01-31T14:59:59.999Z'));
  });

  test.each([
    [{ milliseconds: 1 }, '2026-01-31T15:00:00.000Z'],
    [{ seconds: 1 }, '2026-01-31T15:00:00.999Z'],
    [{ minutes: 1 }, '2026-01-31T15:00:59.999Z'],
    [{ hours: 1 }, '2026-01-31T15:59:59.999Z'],
    [{ days: 1 }, '2026-02-01T14:59:59.999Z'],
    [
      { days: 28, hours: 23, minutes: 59, seconds: 59, milliseconds: 1 },
      '2026-03-01T14:59:59.000Z',
    ],
    [{ hours: 1, minutes: -60 }, '2026-01-31T14:59:59.999Z'],
    [{}, '2026-01-31T14:59:59.999Z'],
  ])('advance %j', (step, expected) => {
    const clock = new MovableClock(start);
    clock.advance(step);
    expect(clock.now()).toEqual(new Date(expected));
  });

  test('set takes a Date or text with an offset', () => {
    const clock = new MovableClock(new Date('2026-01-01T00:00:00Z'));
    clock.set('2026-01-01T09:00:00+09:00');
    expect(clock.now()).toEqual(new Date('2026-01-01T00:00:00Z'));
    clock.set(new Date('2026-01-01T00:00:01Z'));
    expect(clock.now()).toEqual(new Date('2026-01-01T00:00:01Z'));
  });

  test('never goes back, and stays where it was when asked to', () => {
    const clock = new MovableClock(start);
    expect(() => clock.set('2026-01-31T14:59:59.998Z')).toThrow('a clock does not go back');
    expect(() => clock.advance({ days: 1, hours: -25 })).toThrow('a clock does not go back');
    expect(clock.now()).toEqual(new Date(start));
  });

  test.each([['2026-01-31'], ['2026-01-31T23:59'], ['tomorrow'], [new Date('tomorrow')]])(
    'refuses %p, which names no instant',
    (at) => {
      expect(() => new MovableClock(at)).toThrow(RangeError);
      expect(() => new MovableClock(start).set(at)).toThrow(RangeError);
    },
  );

  test('an advance by no number is refused', () => {
    expect(() => new MovableClock(start).advance({ days: NaN })).toThrow('not an instant');
  });

  test('lets the database stand at the same instant', () => {
    const clock = new MovableClock('2100-01-01T00:00:00Z');
    clock.advance({ milliseconds: 1 });
    expect(clock.databaseTime()).toEqual(new Date('2100-01-01T00:00:00.001Z'));
  });
});

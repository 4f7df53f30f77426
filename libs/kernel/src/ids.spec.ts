import { describe, expect, test } from '@jest/globals';
import fc from 'fast-check';
import { asTenantId, isId, newId, randomToken } from './ids.js';

const instant = fc.integer({ min: 0, max: 8.64e15 - 1 }).map((n) => new Date(n % 2 ** 48));

describe('newId', () => {
  test('holds the instant, the version and the variant (RFC 9562 §5.7)', () => {
    fc.assert(
      fc.property(instant, (at) => {
        const id = newId(at);
        expect(id).toMatch(/^[0-9a-f]{8}-[0-9a-f]{4}-7[0-9a-f]{3}-[89ab][0-9a-f]{3}-[0-9a-f]{12}$/);
        expect(parseInt(id.slice(0, 8) + id.slice(9, 13), 16)).toBe(at.getTime());
        expect(isId(id)).toBe(true);
      }),
    );
  });

  test('later ids sort later as text', () => {
    fc.assert(
      fc.property(instant, instant, (a, b) => {
        fc.pre(a.getTime() !== b.getTime());
        expect(newId(a) < newId(b)).toBe(a < b);
      }),
    );
  });

  test('ids of one instant differ, and sort as they were made', () => {
    const at = new Date('2026-01-31T14:59:59.999Z');
    const ids = Array.from({ length: 50_000 }, () => newId(at));
    expect(new Set(ids).size).toBe(50_000);
    expect(ids).toEqual([...ids].sort());
  });

  test.each([[new Date(-1)], [new Date(2 ** 48)], [new Date(NaN)]])('refuses %p', (at) => {
    expect(() => newId(at)).toThrow(RangeError);
  });
});

describe('isId', () => {
  test.each<[unknown, boolean]>([
    ['019470f3-9a3b-7c1d-8e2f-0123456789ab', true],
    ['019470F3-9A3B-7C1D-8E2F-0123456789AB', true],
    ['00000000-0000-0000-0000-000000000000', true],
    ['f47ac10b-58cc-4372-a567-0e02b2c3d479', true],
    ['019470f39a3b7c1d8e2f0123456789ab', false],
    ['{019470f3-9a3b-7c1d-8e2f-0123456789ab}', false],
    ['019470f3-9a3b-7c1d-8e2f-0123456789ab\n', false],
    ['019470f3-9a3b-7c1d-8e2f-0123456789ag', false],
    ['', false],
    [undefined, false],
    [null, false],
    [7, false],
    [['019470f3-9a3b-7c1d-8e2f-0123456789ab'], false],
  ])('%p → %p', (x, expected) => expect(isId(x)).toBe(expected));
});

describe('asTenantId', () => {
  test('gives the lower-case form, in which ids compare', () => {
    expect(asTenantId('019470F3-9A3B-7C1D-8E2F-0123456789AB')).toBe(
      '019470f3-9a3b-7c1d-8e2f-0123456789ab',
    );
  });

  test('refuses what is no UUID', () => {
    expect(() => asTenantId("' or true --")).toThrow(TypeError);
  });
});

describe('randomToken', () => {
  test.each([
    [undefined, 43],
    [16, 22],
    [17, 23],
    [18, 24],
    [64, 86],
  ])('%p bytes give %p base64url characters', (bytes, length) => {
    const token = randomToken(bytes);
    expect(token).toMatch(/^[A-Za-z0-9_-]+$/);
    expect(token).toHaveLength(length);
  });

  test('uses its whole alphabet and does not repeat', () => {
    const tokens = Array.from({ length: 1_000 }, () => randomToken());
    expect(new Set(tokens).size).toBe(1_000);
    expect(new Set(tokens.join('')).size).toBe(64);
  });

  test.each([[15], [0], [-1], [16.5], [NaN]])('refuses %p bytes', (bytes) => {
    expect(() => randomToken(bytes)).toThrow(RangeError);
  });
});

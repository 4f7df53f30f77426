import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import { checkDigit, readRegistrationNumber } from './registration-number.js';

describe('the check digit', () => {
  it.each([
    ['T7000012050002', true],
    ['T7123456789012', true],
    ['T4011001098993', true],
    ['T1180301018771', true],
    ['T9000000000000', true], // remainder 0
    ['T1234567890123', false],
  ])('%s: %p', (number, ok) => {
    expect(readRegistrationNumber(number, 'own-corporation')).toEqual(
      ok ? { number, doubtful: false } : { problem: 'check-digit' },
    );
    expect(readRegistrationNumber(number, 'other')).toEqual({ number, doubtful: !ok });
  });

  it.each([
    'T000000000000',
    'T0000000000009',
    '7000012050002',
    't7000012050002',
    'T70000120500021',
    'T700001205000',
    'T7000-01205-0002',
    '',
  ])('%p is no such number', (text) => {
    expect(readRegistrationNumber(text, 'other')).toEqual({ problem: 'format' });
  });

  it('full-width typing is the same number', () => {
    expect(readRegistrationNumber(' Ｔ７０００012050002', 'own-corporation')).toEqual({
      number: 'T7000012050002',
      doubtful: false,
    });
  });

  it('is never 0, and notices every wrong digit but a 9 for a 0', () => {
    const digits = fc.array(fc.integer({ min: 0, max: 9 }), { minLength: 12, maxLength: 12 });
    const place = fc.integer({ min: 0, max: 11 });
    fc.assert(
      fc.property(digits, place, fc.integer({ min: 0, max: 9 }), (base, i, other) => {
        const right = checkDigit(base.join(''));
        expect(right >= 1 && right <= 9).toBe(true);
        const slipped = base.map((digit, at) => (at === i ? other : digit));
        const same = ((base[i] ?? 0) - other) % 9 === 0;
        expect(checkDigit(slipped.join('')) === right).toBe(same);
      }),
    );
  });
});

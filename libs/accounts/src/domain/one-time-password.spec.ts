import { describe, expect, it } from '@jest/globals';
import { codeAt, enrolment, stepOf } from './one-time-password.js';

/** @rfc 6238 appendix B, whose codes have eight digits; ours are the last six. */
const secret = Buffer.from('12345678901234567890');

describe('a code', () => {
  it.each([
    [59, '287082', 1],
    [1_111_111_109, '081804', 37_037_036],
    [1_234_567_890, '005924', 41_152_263],
    [2_000_000_000, '279037', 66_666_666],
  ])('at second %d is %s', (second, code, step) => {
    expect(stepOf(secret, code, new Date(second * 1000))).toBe(step);
  });

  it.each([
    [59 + 30, 1],
    [59 - 30, 1],
    [59 + 61, undefined],
    [59 - 60, undefined],
  ])('of second 59 is taken at second %d as of step %s', (second, step) => {
    expect(stepOf(secret, '287082', new Date(second * 1000))).toBe(step);
  });

  it.each(['', '28708', '2870820', 'abcdef', '２８７０８２'])('is not %j', (code) => {
    expect(stepOf(secret, code, new Date(59_000))).toBeUndefined();
  });
});

describe('an enrolment', () => {
  it('is an otpauth URI that apps read', () => {
    const shown = enrolment(secret, { issuer: 'Hikyaku', label: '花@example.jp' });
    expect(shown).toEqual({
      secret: 'GEZDGNBVGY3TQOJQGEZDGNBVGY3TQOJQ',
      uri: 'otpauth://totp/Hikyaku:%E8%8A%B1%40example.jp?issuer=Hikyaku&secret=GEZDGNBVGY3TQOJQGEZDGNBVGY3TQOJQ&algorithm=SHA1&digits=6&period=30',
    });
    expect(codeAt(shown.secret, new Date(59_000))).toBe('287082');
  });
});

import { describe, expect, it } from '@jest/globals';
import { shownRecoveryCode, typedRecoveryCode } from './recovery-code.js';

describe('a recovery code', () => {
  it('is shown in groups', () => {
    expect(shownRecoveryCode('abcdefghijklmnop')).toBe('abcd-efgh-ijkl-mnop');
  });

  it.each([
    ['abcd-efgh-ijkl-mnop', 'abcdefghijklmnop'],
    [' ABCD EFGH ijkl-MNOP ', 'abcdefghijklmnop'],
    ['ａｂｃｄ-efgh-ijkl-mnop', 'abcdefghijklmnop'],
    ['abcd-efgh-ijkl-mno', undefined],
    ['abcd-efgh-ijkl-mno1', undefined],
    ['123456', undefined],
    ['', undefined],
  ])('typed as %j is %j', (typed, code) => {
    expect(typedRecoveryCode(typed)).toBe(code);
  });
});

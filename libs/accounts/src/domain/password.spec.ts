import { describe, expect, it } from '@jest/globals';
import { normalPassword, passwordProblem } from './password.js';

describe('a new password', () => {
  it.each([
    ['too short by one', 'abc-def-9', 'too-short'],
    ['just long enough', 'abc-def-90', undefined],
    ['a Japanese sentence', '飛脚は今日も東海道を走る', undefined],
    ['full-width digits are digits', '１２３', 'too-short'],
    ['one character again and again', 'aaaaaaaaaaaa', 'too-plain'],
    ['two characters in turn', 'abababababab', 'too-plain'],
    ['the own address', 'Hanako.Yamada@example.jp', 'too-plain'],
    ['the own name twice', 'hanako.yamadahanako.yamada', 'too-plain'],
    ['the own name and a year', 'Hanako.Yamada99', 'too-plain'],
    ['the own name and more', 'Hanako.Yamada-7-boats', undefined],
  ])('%s', (_, password, problem) => {
    expect(passwordProblem(password, 'hanako.yamada@example.jp')).toBe(problem);
  });

  it('is one password, however the keyboard writes it', () => {
    expect(normalPassword('ｐａｓｓ ガ')).toBe('pass ガ');
    expect(normalPassword('ガ')).toBe(normalPassword('ｶﾞ'));
  });
});

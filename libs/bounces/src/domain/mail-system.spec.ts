import { describe, expect, it } from '@jest/globals';
import { isMailSystemOf } from './mail-system.js';

describe('the mail system of a domain', () => {
  it.each([
    ['MAILER-DAEMON@example.jp', 'example.jp', true],
    ['postmaster@Example.JP', 'EXAMPLE.jp', true],
    ['feedback@arf.mail.example.com', 'example.com', true],
    ['abuse@example.jp', 'mail.example.jp', true],
    ['taro@example.jp', 'example.jp', false],
    ['postmaster@attacker.example', 'example.jp', false],
    ['postmaster@notexample.jp', 'example.jp', false],
    ['postmaster@jp', 'example.jp', false],
    ['postmaster', 'example.jp', false],
    ['', '', false],
  ])('%s of %s: %s', (address, domain, expected) => {
    expect(isMailSystemOf(address, domain)).toBe(expected);
  });
});

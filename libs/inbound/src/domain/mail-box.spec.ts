import { describe, expect, it } from '@jest/globals';
import { namedBoxOf } from './mail-box.js';

const token = 'abcdefghijklmnopqrstuvwxyz234567';

describe('namedBoxOf', () => {
  it.each([
    ['postmaster@mail.example.jp', { kind: 'operator', box: 'postmaster' }],
    ['PostMaster@MAIL.example.jp', { kind: 'operator', box: 'postmaster' }],
    ['abuse@mail.example.jp', { kind: 'operator', box: 'abuse' }],
    [`unsubscribe-${token}@mail.example.jp`, { kind: 'unsubscribe', token }],
    [`UNSUBSCRIBE-${token.toUpperCase()}@mail.example.jp`, { kind: 'unsubscribe', token }],
    [
      `returned-${'0a'.repeat(16)}@mail.example.jp`,
      { kind: 'returned-notice', address: `returned-${'0a'.repeat(16)}@mail.example.jp` },
    ],
    ['returned-0a@mail.example.jp', undefined],
    ['unsubscribe-short@mail.example.jp', undefined],
    [`unsubscribe-${'a'.repeat(65)}@mail.example.jp`, undefined],
    [`unsubscribe-${token}1@mail.example.jp`, undefined],
    ['postmaster@example.jp', undefined],
    ['postmaster@sub.mail.example.jp', undefined],
    ['webmaster@mail.example.jp', undefined],
    ['Postmaster', { kind: 'operator', box: 'postmaster' }],
    ['abuse', undefined],
    ['', undefined],
  ])('%s', (address, box) => {
    expect(namedBoxOf(address, 'mail.example.jp')).toEqual(box);
  });
});

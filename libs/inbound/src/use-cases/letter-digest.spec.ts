import { describe, expect, it } from '@jest/globals';
import { letterDigest } from './letter-digest.js';

const lines = (...all: string[]): Buffer => Buffer.from(all.join('\r\n'));
const letter = { mailId: '<1@example.jp>', fromText: { address: 'taro@example.jp' } };
const mailbox = ['notice', 'sakura'];
const head = ['From: taro@example.jp', 'Message-ID: <1@example.jp>'];
const raw = lines(...head, '', '解約します。', '', '山田');
const first = letterDigest(mailbox, { raw, letter });

const from = (address: string): { address: string } => ({ address });

describe('a letter', () => {
  it.each([
    [
      'came by other hosts',
      { raw: lines('Received: from b', ...head, '', '解約します。', '', '山田') },
    ],
    ['has a sender in capitals', { letter: { ...letter, fromText: from('Taro@Example.JP') } }],
  ])('is the same where it %s', (_, other) => {
    expect(letterDigest(mailbox, { raw, letter, ...other })).toBe(first);
  });

  it.each([
    ['says more', { raw: lines(...head, '', '解約します。', '', '山田', '追伸') }],
    ['says nothing', { raw: lines(...head) }],
    ['is of somebody else', { letter: { ...letter, fromText: from('jiro@example.jp') } }],
    ['has another Message-ID', { letter: { ...letter, mailId: '<2@example.jp>' } }],
    ['has no Message-ID', { letter: { ...letter, mailId: null } }],
  ])('is another one where it %s', (_, other) => {
    expect(letterDigest(mailbox, { raw, letter, ...other })).not.toBe(first);
  });

  it('is another one in another mailbox', () => {
    expect(letterDigest(['notice', 'ume'], { raw, letter })).not.toBe(first);
  });

  it('without Message-ID is the same only where all of it is', () => {
    const nameless = { ...letter, mailId: null };
    const once = letterDigest(mailbox, { raw, letter: nameless });
    const later = lines('Date: Thu, 2 Apr 2026 09:00:00 +0900', raw.toString());
    expect([
      letterDigest(mailbox, { raw: Buffer.from(raw), letter: nameless }) === once,
      letterDigest(mailbox, { raw: later, letter: nameless }) === once,
    ]).toEqual([true, false]);
  });
});

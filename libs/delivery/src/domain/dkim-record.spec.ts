import { describe, expect, it } from '@jest/globals';
import type { DkimKey } from './dkim-key.js';
import { movesAfter } from './dkim-key.js';
import type { KeySighting } from './dkim-key.js';
import { dkimRecord, judgeDkim } from './dkim-record.js';
import type { DkimVerdict } from './dkim-record.js';

const rsa = { algorithm: 'rsa', publicKey: 'MIIB/+=' } as const;
const ed25519 = { algorithm: 'ed25519', publicKey: '11qY' } as const;

describe('judgeDkim', () => {
  it.each<[string[], DkimVerdict]>([
    [[dkimRecord(rsa)], 'right'],
    [['p=MII B/+='], 'right'],
    [['v=DKIM1;k=rsa;h=sha1:sha256;s=email;n=note;p=MIIB/+=;'], 'right'],
    [['v=DKIM1; s=*; p=MIIB/+='], 'right'],
    [[dkimRecord(rsa), 'x'], 'several'],
    [['v=DKIM1; k=rsa; p=MIIC'], 'other-key'],
    [['v=DKIM1; k=ed25519; p=MIIB/+='], 'other-key'],
    [['v=DKIM1; p='], 'revoked'],
    [['v=DKIM1; k=rsa'], 'broken'],
    [['v=DKIM2; p=MIIB/+='], 'broken'],
    [['v=DKIM1; h=sha1; p=MIIB/+='], 'broken'],
    [['v=DKIM1; s=web; p=MIIB/+='], 'broken'],
    [['v=DKIM1; p=MIIB/+=; p=MIIB/+='], 'broken'],
    [['hello'], 'broken'],
    [['v=DKIM1; t=y:s; p=MIIB/+='], 'testing'],
  ])('finds %j %s', (values, verdict) => {
    expect(judgeDkim(rsa, { kind: 'found', values })).toBe(verdict);
  });

  it('knows an Ed25519 key, a missing record and a silent DNS', () => {
    expect([
      judgeDkim(ed25519, { kind: 'found', values: ['v=DKIM1; k=ed25519; p=11qY'] }),
      judgeDkim(ed25519, { kind: 'found', values: ['v=DKIM1; p=11qY'] }),
      judgeDkim(rsa, { kind: 'none' }),
      judgeDkim(rsa, { kind: 'failed' }),
    ]).toEqual(['right', 'other-key', 'missing', 'unsure']);
  });
});

describe('movesAfter', () => {
  const now = new Date('2026-04-01T00:00:00Z');
  const key = (
    id: string,
    state: DkimKey['state'],
    algorithm: DkimKey['algorithm'] = 'rsa',
  ): DkimKey => ({
    ...{ id, state, algorithm, selector: id, publicKey: id },
    ...{ createdAt: now, activatedAt: null, retireAt: null },
  });

  it.each<[string, DkimKey[], Record<string, KeySighting>, object]>([
    [
      'a first key that is published',
      [key('a', 'pending')],
      { a: 'right' },
      { activate: ['a'], retire: [], verified: true },
    ],
    [
      'a first key that is not',
      [key('a', 'pending')],
      { a: 'wrong' },
      { activate: [], retire: [], verified: false },
    ],
    [
      'a first key nobody can see',
      [key('a', 'pending')],
      { a: 'unsure' },
      { activate: [], retire: [], verified: false },
    ],
    [
      'an active key that is gone',
      [key('a', 'active')],
      { a: 'wrong' },
      { activate: [], retire: [], verified: false },
    ],
    [
      'an active key nobody can see',
      [key('a', 'active')],
      { a: 'unsure' },
      { activate: [], retire: [], verified: undefined },
    ],
    [
      'a rotation that is through',
      [key('a', 'active'), key('b', 'pending'), key('c', 'retiring')],
      { a: 'right', b: 'right', c: 'wrong' },
      { activate: ['b'], retire: ['a'], verified: true },
    ],
    [
      'a rotation that waits',
      [key('a', 'active'), key('b', 'pending')],
      { a: 'right', b: 'wrong' },
      { activate: [], retire: [], verified: true },
    ],
    [
      'an Ed25519 key alone',
      [key('a', 'pending'), key('e', 'pending', 'ed25519')],
      { a: 'wrong', e: 'right' },
      { activate: ['e'], retire: [], verified: false },
    ],
  ])('after %s', (_, keys, seen, moves) => {
    const retireAt = new Date('2026-04-08T00:00:00Z');
    expect(movesAfter(keys, new Map(Object.entries(seen)), now)).toEqual({ ...moves, retireAt });
  });
});

import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import { base32, fromBase32, Secrets } from './secrets.js';

const secrets = new Secrets(Buffer.alloc(32, 7));

describe('base32', () => {
  it('comes back from any bytes, in either case', () => {
    fc.assert(
      fc.property(fc.uint8Array({ maxLength: 40 }), (bytes) => {
        expect(fromBase32(base32(bytes).toUpperCase())).toEqual(Buffer.from(bytes));
      }),
    );
  });

  it.each(['a', 'ab1', 'ab!', 'af'])('takes no %s', (text) => {
    expect(fromBase32(text)).toBeUndefined();
  });
});

describe('Secrets', () => {
  it('accepts its own seal, whatever the case', () => {
    const seal = secrets.seal('verp', 'x');
    expect(secrets.isSealOf(seal.toUpperCase(), 'verp', 'x')).toBe(true);
  });

  it('accepts no seal of another purpose, text or key', () => {
    const seal = secrets.seal('verp', 'x');
    const others = [
      secrets.isSealOf(seal, 'unsubscribe', 'x'),
      secrets.isSealOf(seal, 'verp', 'y'),
      new Secrets(Buffer.alloc(32, 8)).isSealOf(seal, 'verp', 'x'),
      secrets.isSealOf(seal.slice(1), 'verp', 'x'),
    ];
    expect(others).toEqual([false, false, false, false]);
  });

  it('gives an encrypted secret back to its owner, and never looks the same twice', () => {
    const secret = Buffer.from('private');
    const boxes = [
      secrets.encrypt('dkim-key', 'a', secret),
      secrets.encrypt('dkim-key', 'a', secret),
    ];
    expect(boxes.map((box) => secrets.decrypt('dkim-key', 'a', box))).toEqual([secret, secret]);
    expect(boxes[0]).not.toEqual(boxes[1]);
  });

  it('decrypts for no other owner, purpose or key, and nothing that was changed', () => {
    const box = secrets.encrypt('dkim-key', 'a', Buffer.from('private'));
    const flipped = Buffer.from(box);
    flipped.writeUInt8(flipped.readUInt8(box.length - 1) ^ 1, box.length - 1);
    const attempts = [
      (): Buffer => secrets.decrypt('dkim-key', 'b', box),
      (): Buffer => secrets.decrypt('verp', 'a', box),
      (): Buffer => new Secrets(Buffer.alloc(32, 8)).decrypt('dkim-key', 'a', box),
      (): Buffer => secrets.decrypt('dkim-key', 'a', flipped),
      (): Buffer => secrets.decrypt('dkim-key', 'a', box.subarray(0, 20)),
    ];
    for (const attempt of attempts) expect(attempt).toThrow();
  });
});

import { createPrivateKey } from 'node:crypto';
import { beforeAll, describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import { dkimVerify } from 'mailauth';
import type { DkimAlgorithm } from '../domain/dkim-key.js';
import { makeDkimKeyPair } from './dkim-key-pair.js';
import { DkimSigner } from './dkim-signer.js';
import type { SigningKey } from './dkim-signer.js';

const at = new Date('2026-04-01T00:00:00Z');
let keys: Record<DkimAlgorithm, SigningKey>;
const records = new Map<string, string>();

const aKey = async (algorithm: DkimAlgorithm): Promise<SigningKey> => {
  const pair = await makeDkimKeyPair(algorithm);
  records.set(`${algorithm}._domainkey.example.jp`, `v=DKIM1; k=${algorithm}; p=${pair.publicKey}`);
  const privateKey = createPrivateKey({ key: pair.privateKey, format: 'der', type: 'pkcs8' });
  return { domain: 'example.jp', selector: algorithm, algorithm, privateKey };
};

beforeAll(async () => {
  keys = { rsa: await aKey('rsa'), ed25519: await aKey('ed25519') };
});

/** What another implementation says of each signature, the topmost first. */
const verdictsOn = async (mail: Buffer): Promise<string[]> => {
  const resolver = (name: string): Promise<string[][]> =>
    Promise.resolve([[records.get(name) ?? '']]);
  const { results } = await dkimVerify(mail, { resolver, curTime: at });
  return results.map(({ status }) => status.result);
};

const mail = (head: readonly string[], body: string): Buffer =>
  Buffer.from(`${head.join('\r\n')}\r\n\r\n${body}`);

const head = [
  'From: =?UTF-8?Q?=E6=A1=9C?= <news@example.jp>',
  'To: <reader@example.net>',
  'Subject: =?UTF-8?B?5pil44Gu44GK55+l44KJ44Gb?=\r\n =?UTF-8?B?5pil?=',
  'List-Unsubscribe: <https://example.jp/u/x>,\r\n <mailto:u-x@example.jp>',
  'List-Unsubscribe-Post: List-Unsubscribe=One-Click',
  'List-Id: <spring.example.jp>',
];

describe('DkimSigner', () => {
  it.each<[DkimAlgorithm[]]>([[['rsa']], [['ed25519']], [['rsa', 'ed25519']]])(
    'signs with %j so that others can check it',
    async (algorithms) => {
      const signer = new DkimSigner(algorithms.map((algorithm) => keys[algorithm]));
      const signed = await signer.sign(mail(head, 'aGVsbG8=\r\n'), at);
      expect(await verdictsOn(signed)).toEqual(algorithms.map(() => 'pass'));
    },
  );

  it('signs any header and any body that SMTP can carry', async () => {
    const signer = new DkimSigner([keys.ed25519]);
    const blanks = fc.constantFrom(' ', '\t', '  ', ' \t', '\r\n', '\r\n ', '\r\n\r\n', '');
    const word = fc
      .string({ unit: 'grapheme', maxLength: 8 })
      .map((s) => s.replaceAll(/\p{Cc}/gu, ''));
    const pieces = fc.array(fc.tuple(word, blanks), { maxLength: 12 });
    const body = pieces.map((all) => `${all.flat().join('')}\r\n`);
    const value = fc.array(fc.stringMatching(/^[\x21-\x7e]{0,9}$/), { maxLength: 4 });
    const blank = fc.constantFrom(' ', '\t', '  ', '\r\n ', ' \r\n\t');
    const subject = fc
      .tuple(value, blank)
      .map(([words, by]) => `Subject:${by}x${words.join(by)}x${by}x`);
    await fc.assert(
      fc.asyncProperty(subject, body, async (line, text) => {
        const signed = await signer.sign(mail([...head.slice(0, 2), line], text), at);
        expect(await verdictsOn(signed)).toEqual(['pass']);
      }),
      { numRuns: 200 },
    );
  });

  it.each([
    ['another From', 'From: <ceo@example.jp>'],
    ['a Cc', 'Cc: <x@example.jp>'],
    ['another List-Unsubscribe', 'List-Unsubscribe: <https://evil.example>'],
    ['a Reply-To', 'Reply-To: <x@evil.example>'],
    ['another type', 'Content-Type: text/html'],
  ])('breaks when somebody adds %s', async (_, added) => {
    const signed = await new DkimSigner([keys.rsa]).sign(mail(head, 'x\r\n'), at);
    const changed = Buffer.concat([Buffer.from(`${added}\r\n`), signed]);
    expect(await verdictsOn(changed)).not.toEqual(['pass']);
  });

  it('breaks when the body is longer, and survives what relays do to blanks', async () => {
    const signed = await new DkimSigner([keys.rsa]).sign(mail(head, 'a b\r\n'), at);
    const text = signed.toString('latin1');
    expect(await verdictsOn(Buffer.from(`${text}more\r\n`, 'latin1'))).not.toEqual(['pass']);
    const relayed = text
      .replace('a b\r\n', 'a \t b  \r\n\r\n')
      .replace('To: <reader', 'TO:  <reader');
    expect(await verdictsOn(Buffer.from(relayed, 'latin1'))).toEqual(['pass']);
  });

  it('keeps its own lines short', async () => {
    const signed = await new DkimSigner([keys.rsa]).sign(mail([], ''), at);
    const lines = signed.toString('latin1').split('\r\n');
    expect(Math.max(...lines.map(({ length }) => length))).toBeLessThanOrEqual(78);
  });
});

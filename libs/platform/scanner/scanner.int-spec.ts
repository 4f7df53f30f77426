import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, describe, expect, it } from '@jest/globals';
import { ClamdScanner, clamdAddress } from './clamd-scanner.js';
import { NoScanner } from './scanner.js';
import { startClamd, testVirus } from './testing.js';
import type { ClamdConduct, TestClamd } from './testing.js';
import { readAnswer } from './verdict.js';
import type { Verdict } from './verdict.js';

let clamd: TestClamd;
const scanner = (timeoutMs = 10_000): ClamdScanner =>
  new ClamdScanner(clamdAddress(clamd.address), timeoutMs);

afterEach(() => clamd.stop());

describe('clamd over its socket', () => {
  it.each(['tcp', 'unix'])('finds what is bad and passes what is not, over %s', async (kind) => {
    const folder = mkdtempSync(join(tmpdir(), 'clamd-'));
    clamd = await startClamd(kind === 'unix' ? { path: join(folder, 'clamd.ctl') } : {});
    const large = Buffer.alloc(300_000, 'a');
    expect([
      await scanner().scan(Buffer.from('hello')),
      await scanner().scan(Buffer.alloc(0)),
      await scanner().scan(large),
      await scanner().scan(Buffer.concat([large, Buffer.from(testVirus)])),
    ]).toEqual([
      { kind: 'clean' },
      { kind: 'clean' },
      { kind: 'clean' },
      { kind: 'infected', name: 'Eicar-Test-Signature' },
    ]);
    expect(clamd.seen[2]?.equals(large)).toBe(true);
    rmSync(folder, { recursive: true });
  });

  it('says when content is larger than the daemon takes, although it stops reading', async () => {
    clamd = await startClamd({ limit: 100_000 });
    const verdict = await scanner().scan(Buffer.alloc(20_000_000));
    expect(verdict).toEqual({ kind: 'unscanned', why: 'too-large' });
  });

  it.each<[ClamdConduct, number, Verdict]>([
    ['mute', 20, { kind: 'unscanned', why: 'timeout' }],
    ['hang-up', 10_000, { kind: 'unscanned', why: 'unreachable' }],
    ['garble', 10_000, { kind: 'unscanned', why: 'refused' }],
  ])('of a daemon that is %s says so', async (conduct, timeoutMs, verdict) => {
    clamd = await startClamd();
    clamd.conduct = conduct;
    expect(await scanner(timeoutMs).scan(Buffer.from('hello'))).toEqual(verdict);
  });

  it('that is gone is unreachable, and found again when it is back', async () => {
    clamd = await startClamd();
    const before = scanner();
    await clamd.stop();
    const gone = await before.scan(Buffer.from('hello'));
    clamd = await startClamd();
    expect([gone, await scanner().scan(Buffer.from('hello'))]).toEqual([
      { kind: 'unscanned', why: 'unreachable' },
      { kind: 'clean' },
    ]);
  });
});

describe('the answer', () => {
  it.each<[string, Verdict]>([
    ['stream: OK\0', { kind: 'clean' }],
    ['stream: OK\n', { kind: 'clean' }],
    ['stream: Win.Test.EICAR_HDB-1 FOUND\0', { kind: 'infected', name: 'Win.Test.EICAR_HDB-1' }],
    ['INSTREAM size limit exceeded. ERROR\0', { kind: 'unscanned', why: 'too-large' }],
    ['stream: Can’t allocate memory ERROR\0', { kind: 'unscanned', why: 'refused' }],
    ['stream: OK and more', { kind: 'unscanned', why: 'refused' }],
    ['', { kind: 'unscanned', why: 'refused' }],
  ])('%j', async (answer, verdict) => {
    clamd = await startClamd();
    expect(readAnswer(answer)).toEqual(verdict);
  });

  it('of an installation without a scanner is that there is none', async () => {
    clamd = await startClamd();
    expect(await new NoScanner().scan()).toEqual({ kind: 'no-scanner' });
  });
});

it.each([
  ['/run/clamav/clamd.ctl', { path: '/run/clamav/clamd.ctl' }],
  ['unix:///run/clamav/clamd.ctl', { path: '/run/clamav/clamd.ctl' }],
  ['tcp://clamav:3311', { host: 'clamav', port: 3311 }],
  ['tcp://[::1]', { host: '::1', port: 3310 }],
])('%s is reached at %j', async (text, address) => {
  clamd = await startClamd();
  expect(clamdAddress(text)).toEqual(address);
});

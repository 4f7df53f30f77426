import { yen } from '#lib/kernel';
import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import { createHash } from 'node:crypto';
import { aProfile, aRequest, anEntry } from './debit-request.builder.js';
import type { DebitRequest } from './debit-request.js';
import { writeRequestFile } from './request-file.js';
import { readResultFile } from './result-file.js';
import type { ResultReading } from './result-file.js';
import { importRefusal } from './result-import.js';

const ascii = (text: string): number[] => Array.from(text, (each) => each.charCodeAt(0));

/** The bank's answer: the request's own bytes with result codes and sums filled in. */
const answer = (
  request: DebitRequest,
  codes: string[],
): { file: Uint8Array; sent: readonly Uint8Array[] } => {
  const written = writeRequestFile(request, aProfile());
  if (!('bytes' in written)) throw new Error(JSON.stringify(written.problems));
  const file = Uint8Array.from(written.bytes);
  codes.forEach((code, i) => file.set(ascii(code), 122 * (i + 1) + 111));
  const amountOf = (settled: boolean): [number, number] => {
    const entries = request.entries.filter((_, i) => (codes[i] === '0') === settled);
    return [entries.length, entries.reduce((sum, { amount }) => sum + amount, 0)];
  };
  const sums = [amountOf(true), amountOf(false)].map(
    ([count, amount]) => String(count).padStart(6, '0') + String(amount).padStart(12, '0'),
  );
  file.set(ascii(sums.join('')), 122 * (codes.length + 1) + 19);
  return { file, sent: written.records };
};

const { file: golden, sent } = answer(aRequest(), ['0', '1']);

const told = (reading: ResultReading): unknown =>
  'results' in reading
    ? reading.results.map(({ customerNumber, amount, code, outcome }) => [
        customerNumber,
        amount,
        code,
        outcome.invoice,
      ])
    : reading;

const success = ['00000000000000001001', 5_500, '0', 'debit-succeeded'];
const failure = ['00000000000000001002', 16_280, '1', 'debit-failed'];

const changed = (at: number, text: string): Uint8Array => {
  const file = Uint8Array.from(golden);
  file.set(ascii(text), at);
  return file;
};

const record = (n: number): Uint8Array => golden.subarray(n * 122, (n + 1) * 122);
const joined = (...parts: Uint8Array[]): Uint8Array =>
  Uint8Array.from(parts.flatMap((part) => [...part]));

describe('the result file', () => {
  it('is the golden file, and read', () => {
    expect(createHash('sha256').update(golden).digest('hex')).toBe(
      'f598c7df9049a3dd9c484da79c0ff87ca59c174a986e9228463606c1251554ec',
    );
    expect(told(readResultFile(golden, sent))).toEqual([success, failure]);
  });

  it.each<[string, Uint8Array]>([
    ['without line ends', Uint8Array.from(golden.filter((byte) => byte !== 13 && byte !== 10))],
    ['with an end-of-file mark', joined(golden, Uint8Array.of(0x1a))],
    ['filled up with such marks', joined(golden, Uint8Array.of(0x1a, 0x1a, 0x1a))],
    ['without the last line end', golden.subarray(0, -2)],
    ['with the bank’s own spelling of names', changed(122 + 5, 'BANK           ')],
  ])('is read %s', (_, file) => {
    expect(told(readResultFile(file, sent))).toEqual([success, failure]);
  });

  it('is read in another order', () => {
    const file = joined(record(0), record(2), record(1), record(3), record(4));
    expect(told(readResultFile(file, sent))).toEqual([failure, success]);
  });

  it.each(['5', '6', '7', ' ', 'E', 'N'])('leaves the unknown code %j to a person', (code) => {
    const { file } = answer(aRequest(), ['0', code]);
    expect(told(readResultFile(file, sent))).toEqual([
      success,
      ['00000000000000001002', 16_280, code.trim(), 'debit-unclear'],
    ]);
  });

  it.each<[string, Uint8Array, unknown]>([
    ['nothing', new Uint8Array(), { refused: 'empty', record: 0 }],
    ['a part of it', golden.subarray(0, 300), { refused: 'length', record: 0 }],
    [
      'lone LFs',
      Uint8Array.from(golden.filter((byte) => byte !== 13)),
      { refused: 'line-ends', record: 0 },
    ],
    [
      'CR for LF',
      Uint8Array.from(golden, (byte) => (byte === 10 ? 13 : byte)),
      { refused: 'line-ends', record: 0 },
    ],
    [
      'a record too few',
      joined(record(0), record(1), record(3), record(4)),
      { refused: 'order', record: 0 },
    ],
    [
      'a record twice',
      joined(record(0), record(1), record(1), record(3), record(4)),
      { refused: 'repeated-customer', record: 3, field: 'customerNumber' },
    ],
    [
      'another collector',
      changed(4, '9'),
      { refused: 'other-export', record: 1, field: 'collectorCode' },
    ],
    ['another day', changed(57, '8'), { refused: 'other-export', record: 1, field: 'debitDay' }],
    ['another kind', changed(1, '21'), { refused: 'other-export', record: 1, field: 'kind' }],
    ['EBCDIC', changed(3, '1'), { refused: 'other-export', record: 1, field: 'codeDivision' }],
    [
      'another account',
      changed(122 + 43, '9'),
      { refused: 'differs', record: 2, field: 'accountNumber' },
    ],
    ['another amount', changed(122 + 89, '1'), { refused: 'differs', record: 2, field: 'amount' }],
    [
      'another customer',
      changed(122 + 110, '9'),
      { refused: 'unknown-customer', record: 2, field: 'customerNumber' },
    ],
    [
      'a failure called success',
      changed(244 + 111, '0'),
      { refused: 'totals', record: 4, field: 'settledCount' },
    ],
    [
      'a success called failure',
      changed(122 + 111, '1'),
      { refused: 'totals', record: 4, field: 'settledCount' },
    ],
    ['other sums', changed(366 + 54, '1'), { refused: 'totals', record: 4, field: 'failedAmount' }],
    [
      'letters in sums',
      changed(366 + 54, 'A'),
      { refused: 'unreadable', record: 4, field: 'failedAmount' },
    ],
    [
      'binary in a name',
      changed(122 + 50, '\u0001'),
      { refused: 'unreadable', record: 2, field: 'holderName' },
    ],
  ])('refuses %s', (_, file, refusal) => {
    expect(readResultFile(file, sent)).toEqual(refusal);
  });

  it('one part of a larger file decides for all', () => {
    const entries = Array.from({ length: 50 }, (_, i) =>
      anEntry({ customerNumber: String(i + 1), amount: yen(1_000 + i) }),
    );
    const codes = entries.map((_, i) => '012348901'.charAt(i % 9));
    const large = answer(aRequest({ entries }), codes);
    const reading = readResultFile(large.file, large.sent);
    expect('results' in reading && reading.results.map(({ code }) => code)).toEqual(codes);
    large.file[122 * 25 + 111] = ascii('0')[0] as number;
    expect(codes[24]).not.toBe('0');
    expect(readResultFile(large.file, large.sent)).toEqual({
      refused: 'totals',
      record: 52,
      field: 'settledCount',
    });
  });
});

describe('damaged files', () => {
  type Damage = (file: number[]) => number[];
  const lineOf = (file: number[], n: number): number[] => file.slice(n * 122, (n + 1) * 122);

  const overwrite =
    (at: number, byte: number): Damage =>
    (file) =>
      file.with(at % file.length, byte);
  const insert =
    (at: number, byte: number): Damage =>
    (file) =>
      file.toSpliced(at, 0, byte);
  const remove =
    (at: number, count: number): Damage =>
    (file) =>
      file.toSpliced(at, count);
  const repeat =
    (n: number): Damage =>
    (file) =>
      file.toSpliced(n * 122, 0, ...lineOf(file, n));
  const swap =
    (a: number, b: number): Damage =>
    (file) =>
      [0, 1, 2, 3, 4].flatMap((n) => lineOf(file, n === a ? b : n === b ? a : n));

  const place = fc.integer({ min: 0, max: golden.length - 1 });
  const likely = fc.constantFrom(...ascii('0123456789 EN\r\n'), 0x1a, 0xb1);
  const byte = fc.oneof(fc.integer({ min: 0, max: 255 }), likely);
  /** Result codes and sums. */
  const tender = fc.constantFrom(122 + 111, 244 + 111, 366 + 24, 366 + 36, 366 + 42, 366 + 54);
  const damage: fc.Arbitrary<Damage> = fc.oneof(
    fc.tuple(place, byte).map(([at, to]) => overwrite(at, to)),
    fc.tuple(tender, likely).map(([at, to]) => overwrite(at, to)),
    fc.tuple(place, byte).map(([at, to]) => insert(at, to)),
    fc.tuple(place, fc.integer({ min: 1, max: 130 })).map(([at, count]) => remove(at, count)),
    fc.nat(4).map(repeat),
    fc.tuple(fc.nat(4), fc.nat(4)).map(([a, b]) => swap(a, b)),
  );
  const paid = (reading: ResultReading): unknown =>
    'results' in reading &&
    reading.results
      .filter(({ outcome }) => outcome.invoice === 'debit-succeeded')
      .map(({ customerNumber, amount }) => [customerNumber, amount]);

  it('are refused or read right: 200 of them, and 2,000 more', () => {
    let refusals = 0;
    fc.assert(
      fc.property(fc.array(damage, { minLength: 1, maxLength: 3 }), (damages) => {
        const file = damages.reduce(
          (bytes, harm) => (bytes.length ? harm(bytes) : bytes),
          [...golden],
        );
        const reading = readResultFile(Uint8Array.from(file), sent);
        if ('refused' in reading) refusals += 1;
        // No format protects the reason of a failure; who has paid, and how much, is what must not be wrong.
        else expect([reading.results.length, paid(reading)]).toEqual([2, [success.slice(0, 2)]]);
      }),
      { numRuns: 2_200 },
    );
    expect(refusals).toBeGreaterThan(1_000);
  });

  it('so are files of noise', () => {
    fc.assert(
      fc.property(fc.uint8Array({ maxLength: 1_300 }), (file) => {
        expect(readResultFile(file, sent)).toHaveProperty('refused');
      }),
    );
  });
});

it.each([
  [{ hash: 'a', exportId: '3' }, 'same-file'],
  [{ hash: 'c', exportId: '2' }, 'export-answered'],
  [{ hash: 'c', exportId: '3' }, undefined],
])('%j after two others: %p', (given, refusal) => {
  const imported = [
    { hash: 'a', exportId: '1' },
    { hash: 'b', exportId: '2' },
  ];
  expect(importRefusal(given, imported)).toBe(refusal);
});

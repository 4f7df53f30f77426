import { PlainDate } from '#lib/kernel';
import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import { data, end, header, trailer } from './transfer-notice.builder.js';
import { readTransferNotices } from './transfer-notice.js';
import type { NoticeReading, NoticeTerms } from './transfer-notice.js';

const file = (...records: number[][]): Uint8Array => Uint8Array.from(records.flat());
const terms: NoticeTerms = {
  year: 'reiwa',
  account: { bankNumber: '172', branchNumber: '1', accountNumber: '7654321' },
  today: PlainDate.from('2026-08-03'),
};
const reading = (...records: number[][]): NoticeReading =>
  readTransferNotices(file(...records), terms);
const transfers = (read: NoticeReading): unknown =>
  'transfers' in read
    ? read.transfers.map(({ amount, reversal }) => (reversal ? 0 - amount : amount))
    : read;

describe('振込入金通知', () => {
  it('is read, dates of 令和 and all', () => {
    const read = reading(header(), data(), trailer(), end);
    const text = JSON.stringify(read);
    expect(JSON.parse(text)).toEqual({
      transfers: [
        {
          inquiryNumber: '000001',
          bookedOn: '2026-07-31',
          valueDate: '2026-07-30',
          amount: 16_280,
          payerCode: '0000001001',
          payerName: 'ｶ)ｷﾔﾂﾂ',
          bankName: 'ﾕｳﾁﾖ',
          branchName: 'ﾏﾙﾉｳﾁ',
          edi: '',
          reversal: false,
        },
      ],
    });
  });

  it('of several accounts, one of them without transfers', () => {
    const none = trailer({ count: '0', amount: '0' });
    expect(transfers(reading(header(), none, header(), data(), trailer(), end))).toEqual([16_280]);
  });

  it('names the virtual account that it came to, whatever the payer’s bank says', () => {
    const own = [header(), data(), trailer()];
    const virtual = [header({ branchNumber: '912', accountNumber: '0000042' }), data(), trailer()];
    const read = reading(...own, ...virtual, end);
    expect('transfers' in read && read.transfers.map(({ payerCode }) => payerCode)).toEqual([
      '0000001001',
      '9120000042',
    ]);
  });

  it.each([
    ['counted with the rest', { count: '2', amount: '32560' }],
    ['not counted with the rest', { count: '1', amount: '16280' }],
  ])('with a reversal %s', (_, sums) => {
    const apart = { reversedCount: '000001', reversedAmount: '000000016280' };
    const taken = data({ reversal: '1' });
    expect(
      transfers(reading(header(), data(), taken, trailer({ ...sums, ...apart }), end)),
    ).toEqual([16_280, -16_280]);
  });

  it('without sums of reversals where there are none', () => {
    const blank = trailer({ reversedCount: '', reversedAmount: '' });
    expect(transfers(reading(header(), data(), blank, end))).toEqual([16_280]);
  });

  it('without a value date, or a payer’s code', () => {
    const bare = data({ valueDate: '000000', payerCode: '0000000000', inquiryNumber: '' });
    const read = reading(header(), bare, trailer(), end);
    const transfer = 'transfers' in read ? read.transfers[0] : undefined;
    expect([transfer?.valueDate.toString(), transfer?.payerCode]).toEqual(['2026-07-31', '']);
  });

  it('with CR LF and an end-of-file mark', () => {
    const lines = [header(), data(), trailer(), end].map((record) => [...record, 13, 10]);
    const read = readTransferNotices(file(...lines, [0x1a]), terms);
    expect(transfers(read)).toEqual([16_280]);
  });

  it('with years of the common era, where the bank’s profile says so', () => {
    const western = header({ madeOn: '260731', bookedFrom: '260731', bookedTo: '260731' });
    const paid = data({ bookedOn: '260731', valueDate: '260731' });
    const bytes = file(western, paid, trailer(), end);
    expect(transfers(readTransferNotices(bytes, { ...terms, year: 'western' }))).toEqual([16_280]);
    expect(readTransferNotices(bytes, terms)).toEqual({
      refused: 'date', // 令和26年
      record: 1,
      field: 'bookedFrom',
    });
  });

  it.each<[string, number[][], unknown]>([
    ['no end', [header(), data(), trailer()], { refused: 'order', record: 0 }],
    ['no trailer', [header(), data(), end], { refused: 'order', record: 0 }],
    [
      'another kind',
      [header({ kind: '03' }), trailer({ count: '0', amount: '0' }), end],
      { refused: 'kind', record: 1, field: 'kind' },
    ],
    [
      'EBCDIC',
      [header({ codeDivision: '1' }), data(), trailer(), end],
      { refused: 'kind', record: 1, field: 'codeDivision' },
    ],
    [
      'another bank’s account',
      [header({ bankNumber: '0173' }), data(), trailer(), end],
      { refused: 'other-bank', record: 1, field: 'bankNumber' },
    ],
    [
      'days of another year',
      [header({ bookedFrom: '070731', bookedTo: '070731' }), data(), trailer(), end],
      { refused: 'date', record: 1, field: 'bookedFrom' },
    ],
    [
      'a day outside the days of its header',
      [header(), data({ bookedOn: '080730' }), trailer(), end],
      { refused: 'date', record: 2, field: 'bookedOn' },
    ],
    [
      'a mark of a reversal that no sum knows of',
      [header(), data({ reversal: '1' }), trailer({ reversedCount: '', reversedAmount: '' }), end],
      { refused: 'totals', record: 3, field: 'reversedAmount' },
    ],
    [
      'letters for digits in the sum of reversals',
      [header(), data(), trailer({ reversedCount: '0000E1' }), end],
      { refused: 'totals', record: 3, field: 'reversedAmount' },
    ],
    [
      'a day that is none',
      [header(), data({ bookedOn: '080732' }), trailer(), end],
      { refused: 'date', record: 2, field: 'bookedOn' },
    ],
    [
      'a value date of another year',
      [header(), data({ valueDate: '070731' }), trailer(), end],
      { refused: 'date', record: 2, field: 'valueDate' },
    ],
    [
      'a value date that is none',
      [header(), data({ valueDate: '081301' }), trailer(), end],
      { refused: 'date', record: 2, field: 'valueDate' },
    ],
    [
      'an amount of nothing',
      [header(), data({ amount: '0' }), trailer({ amount: '0' }), end],
      { refused: 'unreadable', record: 2, field: 'amount' },
    ],
    [
      'an unknown reversal mark',
      [header(), data({ reversal: '2' }), trailer(), end],
      { refused: 'unreadable', record: 2, field: 'reversal' },
    ],
    [
      'another sum',
      [header(), data(), trailer({ amount: '16281' }), end],
      { refused: 'totals', record: 3, field: 'amount' },
    ],
    [
      'another number',
      [header(), data(), trailer({ count: '2' }), end],
      { refused: 'totals', record: 3, field: 'amount' },
    ],
    [
      'a reversal that is not there',
      [header(), data(), trailer({ reversedCount: '1', reversedAmount: '1' }), end],
      { refused: 'totals', record: 3, field: 'reversedAmount' },
    ],
  ])('refuses %s', (_, records, refusal) => {
    expect(reading(...records)).toEqual(refusal);
  });

  it('never throws, and takes no money that is not there, nor any away', () => {
    const lines = [
      header(),
      data(),
      data({ amount: '5500', inquiryNumber: '000002' }),
      data({ amount: '700', reversal: '1', inquiryNumber: '000003' }),
      trailer({
        count: '2',
        amount: '21780',
        reversedCount: '000001',
        reversedAmount: '000000000700',
      }),
      end,
    ];
    const good = lines.flatMap((line) => [...line, 13, 10]);
    const place = fc.integer({ min: 0, max: good.length - 1 });
    const likely = fc.constantFrom(...Array.from('0123456789 \r\n', (each) => each.charCodeAt(0)));
    const byte = fc.oneof(fc.integer({ min: 0, max: 255 }), likely);
    const damage: fc.Arbitrary<(bytes: number[]) => number[]> = fc.oneof(
      fc.tuple(place, byte).map(
        ([at, to]) =>
          (bytes: number[]) =>
            bytes.with(at % bytes.length, to),
      ),
      fc.tuple(place, byte).map(
        ([at, to]) =>
          (bytes: number[]) =>
            bytes.toSpliced(at, 0, to),
      ),
      fc.tuple(place, fc.integer({ min: 1, max: 210 })).map(
        ([at, count]) =>
          (bytes: number[]) =>
            bytes.toSpliced(at, count),
      ),
      fc.tuple(fc.nat(5), fc.nat(5)).map(
        ([a, b]) =>
          (bytes: number[]) =>
            bytes.toSpliced(a * 202, 0, ...bytes.slice(b * 202, b * 202 + 202)),
      ),
    );
    let refusals = 0;
    fc.assert(
      fc.property(fc.array(damage, { minLength: 1, maxLength: 2 }), (damages) => {
        const bytes = damages.reduce((file, harm) => (file.length ? harm(file) : file), good);
        const read = readTransferNotices(Uint8Array.from(bytes), terms);
        if ('refused' in read) {
          refusals += 1;
          return;
        }
        expect(
          read.transfers.map(({ bookedOn, amount, reversal }) => [
            bookedOn.toString(),
            amount,
            reversal,
          ]),
        ).toEqual([
          ['2026-07-31', 16_280, false],
          ['2026-07-31', 5_500, false],
          ['2026-07-31', 700, true],
        ]);
      }),
      { numRuns: 3_000 },
    );
    expect(refusals).toBeGreaterThan(1_000);
  });
});

import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import type { Layout, Values } from '../zengin/layout.js';
import { writeRecord } from '../zengin/record.js';
import { readTransferNotices } from './transfer-notice.js';
import type { NoticeReading } from './transfer-notice.js';
import { transferData, transferEnd, transferHeader, transferTrailer } from './transfer-records.js';

const written = <L extends Layout>(layout: L, values: Values<L>): number[] => {
  const record = writeRecord(layout, values);
  if (!('bytes' in record)) throw new Error(JSON.stringify(record.problems));
  return [...record.bytes];
};

const header = (over: Partial<Values<typeof transferHeader>> = {}): number[] =>
  written(transferHeader, {
    recordType: '1',
    kind: '01',
    codeDivision: '0',
    madeOn: '080731',
    bookedFrom: '080731',
    bookedTo: '080731',
    bankNumber: '0172',
    bankName: 'ｱﾜ',
    branchNumber: '001',
    branchName: 'ﾎﾝﾃﾝ',
    accountType: '1',
    accountNumber: '7654321',
    accountName: 'ｶ)ﾋｷﾔｸ',
    filler: '',
    ...over,
  });

const data = (over: Partial<Values<typeof transferData>> = {}): number[] =>
  written(transferData, {
    recordType: '2',
    inquiryNumber: '000001',
    bookedOn: '080731',
    valueDate: '080730',
    amount: '16280',
    otherBranchCheques: '0000000000',
    payerCode: '0000001001',
    payerName: 'ｶ)ｷﾔﾂﾂ',
    bankName: 'ﾕｳﾁﾖ',
    branchName: 'ﾏﾙﾉｳﾁ',
    reversal: '',
    edi: '',
    filler: '',
    ...over,
  });

const trailer = (over: Partial<Values<typeof transferTrailer>> = {}): number[] =>
  written(transferTrailer, {
    recordType: '8',
    count: '1',
    amount: '16280',
    reversedCount: '',
    reversedAmount: '',
    filler: '',
    ...over,
  });

const end = written(transferEnd, { recordType: '9', filler: '' });

const file = (...records: number[][]): Uint8Array => Uint8Array.from(records.flat());
const reading = (...records: number[][]): NoticeReading =>
  readTransferNotices(file(...records), 'reiwa');
const transfers = (read: NoticeReading): unknown =>
  'notices' in read
    ? read.notices.map((notice) =>
        notice.transfers.map(({ amount, reversal }) => (reversal ? 0 - amount : amount)),
      )
    : read;

describe('振込入金通知', () => {
  it('is read, dates of 令和 and all', () => {
    const read = reading(header(), data(), trailer(), end);
    const text = JSON.stringify(read);
    expect(JSON.parse(text)).toEqual({
      notices: [
        {
          bankNumber: '0172',
          branchNumber: '001',
          accountNumber: '7654321',
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
        },
      ],
    });
  });

  it('of several accounts, one of them without transfers', () => {
    const none = trailer({ count: '0', amount: '0' });
    expect(transfers(reading(header(), none, header(), data(), trailer(), end))).toEqual([
      [],
      [16_280],
    ]);
  });

  it.each([
    ['counted with the rest', { count: '2', amount: '32560' }],
    ['not counted', { count: '1', amount: '16280' }],
    ['counted apart', { reversedCount: '000001', reversedAmount: '000000016280' }],
  ])('with a reversal %s', (_, sums) => {
    const taken = data({ reversal: '1' });
    expect(transfers(reading(header(), data(), taken, trailer(sums), end))).toEqual([
      [16_280, -16_280],
    ]);
  });

  it('without a value date, or a payer’s code', () => {
    const bare = data({ valueDate: '000000', payerCode: '0000000000', inquiryNumber: '' });
    const read = reading(header(), bare, trailer(), end);
    const transfer = 'notices' in read ? read.notices[0]?.transfers[0] : undefined;
    expect([transfer?.valueDate.toString(), transfer?.payerCode]).toEqual(['2026-07-31', '']);
  });

  it('with CR LF and an end-of-file mark', () => {
    const lines = [header(), data(), trailer(), end].map((record) => [...record, 13, 10]);
    const read = readTransferNotices(file(...lines, [0x1a]), 'reiwa');
    expect(transfers(read)).toEqual([[16_280]]);
  });

  it('with years of the common era, where the bank’s profile says so', () => {
    const western = header({ madeOn: '260731', bookedFrom: '260731', bookedTo: '260731' });
    const paid = data({ bookedOn: '260731', valueDate: '260731' });
    const bytes = file(western, paid, trailer(), end);
    expect(transfers(readTransferNotices(bytes, 'western'))).toEqual([[16_280]]);
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
      'a day that is none',
      [header(), data({ bookedOn: '080732' }), trailer(), end],
      { refused: 'date', record: 2, field: 'bookedOn' },
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

  it('never throws, and never counts money that is not there', () => {
    const good = [
      header(),
      data(),
      data({ amount: '5500' }),
      trailer({ count: '2', amount: '21780' }),
      end,
    ].flat();
    const place = fc.integer({ min: 0, max: good.length - 1 });
    const byte = fc.oneof(fc.integer({ min: 0, max: 255 }), fc.integer({ min: 0x30, max: 0x39 }));
    fc.assert(
      fc.property(place, byte, (at, to) => {
        const bytes = Uint8Array.from(good).fill(to, at, at + 1);
        const read = readTransferNotices(bytes, 'reiwa');
        if ('refused' in read) return;
        const amounts = read.notices.flatMap((notice) =>
          notice.transfers.map(({ amount }) => amount),
        );
        expect(amounts.reduce((sum, amount) => sum + amount, 0)).toBe(21_780);
      }),
      { numRuns: 2_000 },
    );
  });
});

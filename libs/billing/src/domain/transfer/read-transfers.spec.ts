import { PlainDate } from '#lib/kernel';
import { expect, it } from '@jest/globals';
import type { BankSettings } from '../banks/bank-settings.js';
import { aProfile, aRequest } from '../debit/debit-request.builder.js';
import { readTransfers } from './read-transfers.js';

const bank: BankSettings = {
  profile: aProfile(),
  collector: aRequest().collector,
  year: 'reiwa',
  csv: {
    headLines: 1,
    bookedOn: 1,
    amount: 2,
    payerName: 3,
    payerCode: null,
    reference: null,
    dates: 'western',
  },
};
const today = PlainDate.from('2026-08-03');

const csv = (bytes: readonly number[]): unknown => {
  const read = readTransfers(Uint8Array.from(bytes), 'csv', bank, today);
  return read && 'transfers' in read
    ? read.transfers.map(({ amount, payerName }) => [amount, payerName])
    : read && [read.record, read.field];
};

const utf8 = (text: string): number[] => [...Buffer.from(text)];
/** 日付,金額,摘要 and a line of 山田 in CP932. */
const head932 = [
  ...[0x93, 0xfa, 0x95, 0x74, 0x2c, 0x8b, 0xe0, 0x8a, 0x7a, 0x2c, 0x93, 0x45, 0x97, 0x76],
  ...utf8('\r\n'),
];
const yamada932 = [0x8e, 0x52, 0x93, 0x63];

it.each<[string, readonly number[], unknown]>([
  ['UTF-8', utf8('日付,金額,摘要\n2026/7/31,5500,山田\n'), [[5_500, '山田']]],
  ['UTF-8 with its mark', utf8('\uFEFF日付,金額,摘要\r\n2026/7/31,5500,山田'), [[5_500, '山田']]],
  ['CP932', [...head932, ...utf8('2026/7/31,"5,500",'), ...yamada932], [[5_500, '山田']]],
  ['old line ends', utf8('日付,金額,摘要\r2026/7/31,5500,山田\r'), [[5_500, '山田']]],
  ['half a character', [...head932, ...utf8('2026/7/31,5500,'), 0x8e], [0, 'encoding']],
  ['UTF-16', [0xff, 0xfe, ...Buffer.from('日付,金額\n', 'utf16le')], [0, 'encoding']],
  ['nothing', [], [0, '–']],
])('a CSV in %s', (_, bytes, told) => {
  expect(csv(bytes)).toEqual(told);
});

it('says why in both languages, and where', () => {
  expect(readTransfers(Uint8Array.of(0x31), 'zengin', bank, today)).toEqual({
    reason: {
      ja: 'ファイルの長さが正しくありません。',
      en: 'The file does not have whole records.',
    },
    record: 0,
    field: '–',
  });
  expect(readTransfers(Uint8Array.of(0x31), 'csv', { ...bank, csv: null }, today)).toBeUndefined();
});

import { PlainDate, yen } from '#lib/kernel';
import { describe, expect, it } from '@jest/globals';
import { aProfile, aRequest } from '../debit/debit-request.builder.js';
import { decodeBankText } from '../zengin/charset.js';
import { writeRefundFile } from './refund-file.js';
import type { RefundEntry } from './refund-file.js';

const { collector } = aRequest();
const payOn = PlainDate.from('2026-08-03');

const entry = (over: Partial<RefundEntry> = {}): RefundEntry => ({
  bankNumber: '9900',
  bankName: 'ユウチョ',
  branchNumber: '018',
  branchName: '',
  accountType: '1',
  accountNumber: '7000001',
  holderName: '㈱キャッツ',
  amount: yen(5_500),
  customerCode: '1',
  ...over,
});

const linesOf = (entries: readonly RefundEntry[]): string[] => {
  const file = writeRefundFile(collector, payOn, entries, aProfile());
  if (!('bytes' in file)) throw new Error(JSON.stringify(file.problems));
  const lines: string[] = [];
  for (let at = 0; at < file.bytes.length; at += 122)
    lines.push(decodeBankText(file.bytes.subarray(at, at + 120)) ?? '');
  return lines;
};

describe('the order to pay back', () => {
  it('has its fields where the layout says, in 120 bytes a record', () => {
    const lines = linesOf([entry(), entry({ amount: yen(16_280), customerCode: '2' })]);
    expect(lines.map((line) => line.length)).toEqual([120, 120, 120, 120, 120]);
    expect(lines).toEqual([
      '12101234567890ｶ)ｳｲ-ｴﾑｻﾝﾌﾟﾙ                            08030001ﾐｽﾞﾎ           001ﾄｳｷﾖｳ          17654321                 ',
      `29900ﾕｳﾁﾖ           018                   17000001${'ｶ)ｷﾔﾂﾂ'.padEnd(30)}000000550001                   7        `,
      `29900ﾕｳﾁﾖ           018                   17000001${'ｶ)ｷﾔﾂﾂ'.padEnd(30)}000001628002                   7        `,
      `8000002000000021780${' '.repeat(101)}`,
      `9${' '.repeat(119)}`,
    ]);
  });

  it('names positions 51–80 the payee, 81–90 the amount, 92–101 the code', () => {
    const line = linesOf([entry({ customerCode: '1234567890' })])[1] ?? '';
    expect([line.slice(50, 80).trimEnd(), line.slice(80, 90), line.slice(91, 101)]).toEqual([
      'ｶ)ｷﾔﾂﾂ',
      '0000005500',
      '1234567890',
    ]);
  });

  it.each<[string, Partial<RefundEntry>, object]>([
    [
      'kanji',
      { holderName: '山田' },
      { field: 'payeeName', problem: 'unmappable', character: '山' },
    ],
    [
      'too long a number',
      { accountNumber: '12345678' },
      { field: 'accountNumber', problem: 'too-long' },
    ],
    ['no number', { accountNumber: 'x' }, { field: 'accountNumber', problem: 'not-digits' }],
  ])('is not written with %s', (_, over, problem) => {
    expect(writeRefundFile(collector, payOn, [entry(over)], aProfile())).toEqual({
      problems: [{ record: 1, ...problem }],
    });
  });

  it('is not written for nobody, nor for a Sunday', () => {
    expect(writeRefundFile(collector, PlainDate.from('2026-08-02'), [], aProfile())).toEqual({
      problems: [
        { record: 0, field: 'entries', problem: 'nothing' },
        { record: 0, field: 'payDay', problem: 'banks-closed' },
      ],
    });
  });
});

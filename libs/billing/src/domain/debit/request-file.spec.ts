import { PlainDate, yen } from '#lib/kernel';
import { describe, expect, it } from '@jest/globals';
import { createHash } from 'node:crypto';
import { aProfile, aRequest, anEntry } from './debit-request.builder.js';
import type { BankProfile, DebitRequest } from './debit-request.js';
import { writeRequestFile } from './request-file.js';
import type { RequestFile } from './request-file.js';

const cp932 = new TextDecoder('shift_jis', { fatal: true });

const golden = `
19101234567890ｶ)ｳｲ-ｴﾑｻﾝﾌﾟﾙ····························06290001ﾐｽﾞﾎ···········001ﾄｳｷﾖｳ··········17654321·················
20005ﾐﾂﾋﾞｼUFJ·······123···················10012345ﾔﾏﾀﾞ·ﾀﾛｳ······················00000055001000000000000000010010········
29900ﾕｳﾁﾖ···········018···················27000001ｶ)ｷﾔﾂﾂ························00000162800000000000000000010020········
8000002000000021780000000000000000000000000000000000000·································································
9·······················································································································
`
  .trim()
  .replaceAll('·', ' ')
  .replaceAll('\n', '\r\n')
  .concat('\r\n');

const written = (request: DebitRequest, profile: Partial<BankProfile> = {}): RequestFile => {
  const file = writeRequestFile(request, aProfile(profile));
  if (!('bytes' in file)) throw new Error(JSON.stringify(file.problems));
  return file;
};

const refused = (over: Partial<DebitRequest>): unknown => {
  const file = writeRequestFile(aRequest(over), aProfile());
  return 'problems' in file ? file.problems : file;
};

describe('the request file, 種別 91', () => {
  it('is the golden file, byte for byte', () => {
    const { bytes, count, total } = written(aRequest());
    expect(cp932.decode(bytes)).toBe(golden);
    expect({ length: bytes.length, count, total }).toEqual({
      length: 610,
      count: 2,
      total: 21_780,
    });
    expect(createHash('sha256').update(bytes).digest('hex')).toBe(
      '94c1b47aeebe44b57030c28fd08f34ac2e982658ba8fe6a61ff894e2def823d9',
    );
  });

  it('without line ends is the same but for them', () => {
    expect(cp932.decode(written(aRequest(), { lineEnd: 'none' }).bytes)).toBe(
      golden.replaceAll('\r\n', ''),
    );
  });

  it('some banks want the place of the result blank', () => {
    const [, first] = cp932.decode(written(aRequest(), { resultPlace: ' ' }).bytes).split('\r\n');
    expect(first?.slice(91)).toBe('00000000000000001001         ');
  });

  it('some banks want no account in the header', () => {
    const { bytes } = written(aRequest(), { headerNamesAccount: false });
    expect(cp932.decode(bytes.subarray(80, 120))).toBe(`ﾄｳｷﾖｳ${' '.repeat(35)}`);
  });

  it('some banks take more characters', () => {
    const entries = [anEntry({ holderName: '「ヤマダ」' })];
    expect(refused({ entries })).toEqual([
      { record: 1, field: 'holderName', problem: 'unmappable', character: '｢' },
    ]);
    expect(written(aRequest({ entries }), { extraCharacters: '｢｣' }).count).toBe(1);
  });
});

describe('what cannot be written is said with record and field, all at once', () => {
  it.each<[string, Partial<DebitRequest>, unknown[]]>([
    [
      'kanji in a name',
      { entries: [anEntry(), anEntry({ holderName: '山田 タロウ', customerNumber: '2' })] },
      [{ record: 2, field: 'holderName', problem: 'unmappable', character: '山' }],
    ],
    [
      'kanji in the collector’s name',
      { collector: { ...aRequest().collector, name: '株式会社飛脚' } },
      [{ record: 0, field: 'collectorName', problem: 'unmappable', character: '飛' }],
    ],
    [
      'a name of 31 bytes',
      { entries: [anEntry({ holderName: 'ガ'.repeat(15) + 'ア' })] },
      [{ record: 1, field: 'holderName', problem: 'too-long' }],
    ],
    [
      'an account number of eight digits',
      { entries: [anEntry({ accountNumber: '12345678' })] },
      [{ record: 1, field: 'accountNumber', problem: 'too-long' }],
    ],
    [
      'a branch without digits, and a customer twice',
      { entries: [anEntry({ branchNumber: '' }), anEntry({ branchNumber: '1-3' })] },
      [
        { record: 2, field: 'customerNumber', problem: 'repeated-customer' },
        { record: 1, field: 'branchNumber', problem: 'not-digits' },
        { record: 2, field: 'branchNumber', problem: 'not-digits' },
      ],
    ],
    [
      'nothing to debit',
      { entries: [anEntry({ amount: yen(0) })] },
      [{ record: 1, field: 'amount', problem: 'amount-not-positive' }],
    ],
    [
      'less than nothing',
      { entries: [anEntry({ amount: yen(-1) })] },
      [
        { record: 1, field: 'amount', problem: 'amount-not-positive' },
        { record: 1, field: 'amount', problem: 'not-digits' },
        { record: 2, field: 'amount', problem: 'not-digits' },
      ],
    ],
    [
      'more than ten digits',
      { entries: [anEntry({ amount: yen(10_000_000_000) })] },
      [{ record: 1, field: 'amount', problem: 'too-long' }],
    ],
    [
      'nobody',
      { entries: [anEntry({ holderName: '　', customerNumber: ' ' })] },
      [
        { record: 1, field: 'holderName', problem: 'empty' },
        { record: 1, field: 'customerNumber', problem: 'empty' },
      ],
    ],
    ['no debits', { entries: [] }, [{ record: 0, field: 'entries', problem: 'no-entries' }]],
    [
      'a Saturday',
      { debitDate: PlainDate.from('2026-06-27') },
      [{ record: 0, field: 'debitDay', problem: 'banks-closed' }],
    ],
  ])('%s', (_, over, problems) => {
    expect(refused(over)).toEqual(problems);
  });
});

import { PlainDate, yen } from '#lib/kernel';
import { describe, expect, it } from '@jest/globals';
import { matchTransfer, reversedBy } from './match-transfer.js';
import type { Payer } from './match-transfer.js';
import { payerCodeKey, payerKey } from './payer-key.js';
import type { Transfer } from './transfer-notice.js';

describe('names of payers', () => {
  it.each([
    ['株式会社キャッツ', 'ｶ)ｷﾔﾂﾂ'],
    ['キャッツ株式会社', 'ｷﾔﾂﾂ(ｶ'],
    ['キャッツ', 'ｶ)ｷﾔﾂﾂ'],
    ['株式会社キャッツ', 'ｶﾌﾞｼｷｶﾞｲｼﾔ ｷﾔﾂﾂ'],
    ['ヤマダ　タロウ', 'ﾔﾏﾀﾞﾀﾛｳ'],
    ['ジョン・スミス', 'ｼﾞﾖﾝ ｽﾐｽ'],
    ['やまだ たろう', 'ﾔﾏﾀﾞ ﾀﾛｳ'],
    ['カ゛ハ゜', 'ｶﾞﾊﾟ'],
    ['ヰセキヱビス', 'ｲｾｷｴﾋﾞｽ'],
    ['スーパー', 'ｽ-ﾊﾟ-'],
    ['ス－パ―', 'ｽｰﾊﾟｰ'],
    ['ス‐パ−', 'ｽ-ﾊﾟ-'],
    ['ヴァッシュヵヶ', 'ｳﾞｱﾂｼﾕｶｹ'],
    ['ヲカモト', 'ｵｶﾓﾄ'],
    ['（株）キャッツ', 'カ）キヤツツ'],
    ['㈱キャッツ', 'ｷﾔﾂﾂ(ｶ'],
    ['キャッツ㍿オオサカ', 'ｷﾔﾂﾂ(ｶ)ｵｵｻｶ'],
    ['かぶしきがいしゃキャッツ', 'ｶ)ｷﾔﾂﾂ'],
    ['税理士法人キャッツ', 'ｾﾞｲ)ｷﾔﾂﾂ'],
    ['宗教法人キャッツ', 'ｼﾕｳ)ｷﾔﾂﾂ'],
    ['ＡＢＣショウジ', 'ABCｼﾖｳｼﾞ'],
    ['株式会社キャッツ', '振込 ｶ)ｷﾔﾂﾂ'],
    ['キャッツ', 'フリコミ　キャッツ'],
    ['株式会社山田商店', '山田商店（株）'],
  ])('%j and %j are one', (name, bank) => {
    expect([payerKey(name), typeof payerKey(bank)]).toEqual([payerKey(bank), 'string']);
  });

  it.each(['', '　', '株式会社', '・'])('%j is no name', (name) => {
    expect(payerKey(name)).toBeUndefined();
  });

  it('two that are not the same stay apart', () => {
    expect(payerKey('株式会社キャッツ')).not.toBe(payerKey('株式会社キャット'));
    expect(payerKey('ハラ')).not.toBe(payerKey('バラ'));
    expect(payerKey('ハラ')).not.toBe(payerKey('ハラー'));
    expect(payerKey('山田商店')).not.toBe(payerKey('山本商店'));
    expect(payerKey('フリコミ')).not.toBe(payerKey('フリコミキャッツ'));
  });
});

interface Known {
  readonly codes?: readonly string[];
  readonly names?: readonly string[];
  readonly open?: Payer['open'];
}

const payer = (
  tenantId: string,
  { codes = [], names = ['株式会社キャッツ'], ...over }: Known = {},
): Payer => ({
  tenantId,
  codes: new Set(codes.map(payerCodeKey)),
  names: new Set(names.flatMap((name) => payerKey(name) ?? [])),
  open: [
    { id: `${tenantId}-1`, number: '1', dueDate: PlainDate.from('2026-06-29'), open: yen(16_280) },
    { id: `${tenantId}-2`, number: '2', dueDate: PlainDate.from('2026-07-27'), open: yen(5_500) },
  ],
  ...over,
});

const transfer = (amount: number, payerName = 'ｶ)ｷﾔﾂﾂ', payerCode = ''): Transfer => ({
  inquiryNumber: '',
  bookedOn: PlainDate.from('2026-07-31'),
  valueDate: PlainDate.from('2026-07-31'),
  amount: yen(amount),
  payerCode,
  payerName,
  bankName: '',
  branchName: '',
  edi: '',
  reversal: false,
});

describe('the ladder', () => {
  const cats = payer('cats', { codes: ['1001'] });
  const dogs = payer('dogs', { codes: ['1002'], names: ['ドッグズ'] });

  it.each([
    ['code, whatever the amount', transfer(1, 'ﾄﾂｸﾞｽﾞ', '1001'), { by: 'code', tenantId: 'cats' }],
    [
      'code with its zeros in front',
      transfer(1, 'ﾄﾂｸﾞｽﾞ', '0000001001'),
      { by: 'code', tenantId: 'cats' },
    ],
    [
      'amount and name',
      transfer(5_500),
      { by: 'amount-and-name', tenantId: 'cats', invoiceIds: ['cats-2'] },
    ],
    [
      'an unknown code does not stand in the way',
      transfer(5_500, 'ｷﾔﾂﾂ', '9'),
      { by: 'amount-and-name', tenantId: 'cats', invoiceIds: ['cats-2'] },
    ],
    [
      'the sum of all',
      transfer(21_780),
      { by: 'amount-and-name', tenantId: 'cats', invoiceIds: ['cats-1', 'cats-2'] },
    ],
    ['short by the ¥660 transfer fee', transfer(15_620), { by: 'person', candidates: ['cats'] }],
    [
      'the right amount by somebody else',
      transfer(5_500, 'ｳｻｷﾞ'),
      { by: 'person', candidates: ['cats', 'dogs'] },
    ],
    ['nothing fits', transfer(1, 'ｳｻｷﾞ'), { by: 'person', candidates: [] }],
  ])('%s', (_, given, match) => {
    expect(matchTransfer(given, [cats, dogs])).toEqual(match);
  });

  it('two tenants of one name and amount are for a person', () => {
    const match = matchTransfer(transfer(5_500), [cats, payer('other-cats')]);
    expect(match).toEqual({ by: 'person', candidates: ['cats', 'other-cats'] });
  });

  it('so are two with one code', () => {
    const match = matchTransfer(transfer(5_500, 'ｷﾔﾂﾂ', '1001'), [
      dogs,
      cats,
      { ...dogs, codes: cats.codes },
    ]);
    expect(match).toEqual({ by: 'person', candidates: ['cats', 'dogs'] });
  });

  it('of two invoices with one amount the first to fall due', () => {
    const [first, second] = cats.open;
    if (!first || !second) throw new Error('two invoices');
    const open = [
      { ...second, open: yen(5_500) },
      { ...first, open: yen(5_500) },
    ];
    expect(matchTransfer(transfer(5_500), [{ ...cats, open }])).toEqual({
      by: 'amount-and-name',
      tenantId: 'cats',
      invoiceIds: ['cats-1'],
    });
  });
});

it('a reversal takes back the one transfer that it can mean', () => {
  const paid = transfer(5_500);
  const reversal = { ...paid, reversal: true };
  expect([
    reversedBy(reversal, [transfer(1), paid, reversal]),
    reversedBy(reversal, [paid, { ...paid }]),
    reversedBy<Transfer>(reversal, []),
  ]).toEqual([paid, undefined, undefined]);
});

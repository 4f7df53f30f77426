import { PlainDate, yen } from '#lib/kernel';
import { expect, it } from '@jest/globals';
import { repeatedTransfers } from './repeated-transfers.js';
import type { TransferMarks } from './repeated-transfers.js';

const transfer = (over: Partial<TransferMarks> = {}): TransferMarks => ({
  bookedOn: PlainDate.from('2026-07-31'),
  amount: yen(5_500),
  reversal: false,
  payerName: 'ｶ)ｷﾔﾂﾂ',
  payerCode: '0000001001',
  inquiryNumber: '000001',
  ...over,
});

it.each<[string, Partial<TransferMarks>, boolean]>([
  ['the same', {}, true],
  ['the same of a CSV, without numbers', { payerCode: '', inquiryNumber: '' }, true],
  ['the same in wide letters', { payerName: 'カ）キャッツ' }, true],
  ['the same with zeros lost', { payerCode: '1001' }, true],
  ['another number of the bank’s', { inquiryNumber: '000002' }, false],
  ['another code', { payerCode: '0000001002' }, false],
  ['another payer', { payerName: 'ｶ)ｷﾔﾂﾄ' }, false],
  ['another day', { bookedOn: PlainDate.from('2026-07-30') }, false],
  ['another amount', { amount: yen(5_501) }, false],
  ['its reversal', { reversal: true }, false],
])('%s is told of again: %#', (_, over, isRepeated) => {
  const known = transfer();
  expect([...repeatedTransfers([transfer(over)], [known])]).toEqual(isRepeated ? [[0, known]] : []);
});

it('who pays the same twice on a day has paid twice', () => {
  const twice = [transfer({ inquiryNumber: '' }), transfer({ inquiryNumber: '' })];
  const [first, second] = twice;
  expect([...repeatedTransfers(twice, [])]).toEqual([]);
  expect([...repeatedTransfers(twice, first ? [first] : [])]).toEqual([[0, first]]);
  expect([...repeatedTransfers(twice, twice)]).toEqual([
    [0, first],
    [1, second],
  ]);
});

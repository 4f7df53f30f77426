import type { Layout, Values } from '../zengin/layout.js';
import { writeRecord } from '../zengin/record.js';
import { transferData, transferEnd, transferHeader, transferTrailer } from './transfer-records.js';

const written = <L extends Layout>(layout: L, values: Values<L>): number[] => {
  const record = writeRecord(layout, values);
  if (!('bytes' in record)) throw new Error(JSON.stringify(record.problems));
  return [...record.bytes];
};

/** Records of one notice: one transfer on 31 July 2026. */
export const header = (over: Partial<Values<typeof transferHeader>> = {}): number[] =>
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

export const data = (over: Partial<Values<typeof transferData>> = {}): number[] =>
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

export const trailer = (over: Partial<Values<typeof transferTrailer>> = {}): number[] =>
  written(transferTrailer, {
    recordType: '8',
    count: '1',
    amount: '16280',
    reversedCount: '000000',
    reversedAmount: '000000000000',
    filler: '',
    ...over,
  });

export const end = written(transferEnd, { recordType: '9', filler: '' });

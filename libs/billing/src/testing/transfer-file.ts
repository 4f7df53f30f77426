import type { Layout, Values } from '../domain/zengin/layout.js';
import { writeRecord } from '../domain/zengin/record.js';
import {
  transferData,
  transferEnd,
  transferHeader,
  transferTrailer,
} from '../domain/transfer/transfer-records.js';

export interface TransferLine {
  readonly amount: number;
  readonly payerName?: string;
  /** Ten digits. */
  readonly payerCode?: string;
  readonly reversal?: boolean;
}

const record = <L extends Layout>(layout: L, values: Values<L>): number[] => {
  const written = writeRecord(layout, values);
  if (!('bytes' in written)) throw new Error(JSON.stringify(written.problems));
  return [...written.bytes, 0x0d, 0x0a];
};

/** 振込入金通知 of one account as a bank writes it; `day` is 和暦, `080731` for 31 July 2026. */
export const transferFile = (
  day: string,
  lines: readonly TransferLine[],
  account: { bankNumber?: string; branchNumber?: string; accountNumber?: string } = {},
): Uint8Array => {
  const header = record(transferHeader, {
    ...{ recordType: '1', kind: '01', codeDivision: '0' },
    ...{ madeOn: day, bookedFrom: day, bookedTo: day },
    ...{ bankNumber: '0001', bankName: 'ﾐｽﾞﾎ', branchNumber: '001', branchName: 'ﾄｳｷﾖｳ' },
    ...{ accountType: '1', accountNumber: '7654321', accountName: 'ｶ)ﾋｷﾔｸ', filler: '' },
    ...account,
  });
  const data = lines.map(({ amount, payerName = 'ﾃｽﾄｼﾖｳﾃﾝ', payerCode = '', reversal }, i) =>
    record(transferData, {
      ...{ recordType: '2', inquiryNumber: String(i + 1).padStart(6, '0') },
      ...{ bookedOn: day, valueDate: day, amount: String(amount), otherBranchCheques: '' },
      ...{ payerCode, payerName, bankName: 'ﾕｳﾁﾖ', branchName: '018' },
      ...{ reversal: reversal ? '1' : '', edi: '', filler: '' },
    }),
  );
  const sum = (reversed: boolean): [string, string] => {
    const some = lines.filter(({ reversal = false }) => reversal === reversed);
    return [String(some.length), String(some.reduce((all, { amount }) => all + amount, 0))];
  };
  const [count, amount] = sum(false);
  const [reversedCount, reversedAmount] = sum(true);
  const trailer = record(transferTrailer, {
    ...{ recordType: '8', count, amount, filler: '' },
    ...{ reversedCount: reversedCount.padStart(6, '0') },
    ...{ reversedAmount: reversedAmount.padStart(12, '0') },
  });
  const end = record(transferEnd, { recordType: '9', filler: '' });
  return Uint8Array.from([header, ...data, trailer, end].flat());
};

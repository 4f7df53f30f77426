import { addYen, isBankHoliday } from '#lib/kernel';
import type { PlainDate, Yen } from '#lib/kernel';
import type { HolderAccount } from '../banks/holder-account.js';
import type { BankProfile, Collector } from '../debit/debit-request.js';
import { toBankKana } from '../zengin/bank-kana.js';
import { abbreviateCorporation } from '../zengin/corporate-names.js';
import type { FieldProblem } from '../zengin/layout.js';
import { writeRecord } from '../zengin/record.js';
import { refundData, refundEnd, refundHeader, refundTrailer } from './refund-records.js';

/** One payment to a tenant. */
export interface RefundEntry extends HolderAccount {
  readonly amount: Yen;
  /** 顧客コード1, up to ten digits: finds the refund again. */
  readonly customerCode: string;
}

export interface RefundProblem {
  /** 0 for the header, n for the n-th payment. */
  readonly record: number;
  readonly field: string;
  readonly problem: FieldProblem['problem'] | 'banks-closed' | 'nothing';
  readonly character?: string;
}

/** Bytes for the bank. */
export interface RefundFile {
  readonly bytes: Uint8Array;
  readonly count: number;
  readonly total: Yen;
}

type Written = ReturnType<typeof writeRecord>;

/**
 * Writes the order for a bank to pay money back on a day (総合振込), or says what is wrong with it.
 * @clause W4.7, W7.1
 */
export const writeRefundFile = (
  orderer: Collector,
  payOn: PlainDate,
  entries: readonly RefundEntry[],
  { lineEnd, extraCharacters: extra }: Pick<BankProfile, 'lineEnd' | 'extraCharacters'>,
): RefundFile | { readonly problems: readonly RefundProblem[] } => {
  const total = addYen(...entries.map(({ amount }) => amount));
  const records: Written[] = [
    header(orderer, payOn, extra),
    ...entries.map((entry) => data(entry, extra)),
    writeRecord(refundTrailer, {
      recordType: '8',
      count: String(entries.length),
      amount: total.toFixed(0),
      filler: '',
    }),
    writeRecord(refundEnd, { recordType: '9', filler: '' }),
  ];
  const problems: RefundProblem[] = [
    ...(entries.length === 0 ? [{ record: 0, field: 'entries', problem: 'nothing' as const }] : []),
    ...(isBankHoliday(payOn)
      ? [{ record: 0, field: 'payDay', problem: 'banks-closed' as const }]
      : []),
    ...records.flatMap((written, record) =>
      'problems' in written ? written.problems.map((problem) => ({ record, ...problem })) : [],
    ),
  ];
  if (problems.length > 0) return { problems };
  const ends = lineEnd === 'crlf' ? [0x0d, 0x0a] : [];
  const bytes = records.flatMap((written) =>
    'bytes' in written ? [...written.bytes, ...ends] : [],
  );
  return { bytes: Uint8Array.from(bytes), count: entries.length, total };
};

const header = (orderer: Collector, { month, day }: PlainDate, extra: string): Written =>
  writeRecord(
    refundHeader,
    {
      ...{ recordType: '1', kind: '21', codeDivision: '0', filler: '' },
      ...accountValues(orderer),
      ordererCode: orderer.code,
      ordererName: bankName(orderer.name),
      payDay: [month, day].map((n) => String(n).padStart(2, '0')).join(''),
    },
    extra,
  );

const data = (entry: RefundEntry, extra: string): Written =>
  writeRecord(
    refundData,
    {
      ...{ recordType: '2', clearingNumber: '', newCode: '0', customerCode2: '' },
      ...{ transferKind: '7', identification: '', filler: '' },
      ...accountValues(entry),
      payeeName: bankName(entry.holderName),
      amount: entry.amount.toFixed(0),
      customerCode1: entry.customerCode,
    },
    extra,
  );

const accountValues = (
  account: Omit<HolderAccount, 'holderName'>,
): Record<
  'bankNumber' | 'bankName' | 'branchNumber' | 'branchName' | 'accountType' | 'accountNumber',
  string
> => ({
  bankNumber: account.bankNumber,
  bankName: bankName(account.bankName),
  branchNumber: account.branchNumber,
  branchName: bankName(account.branchName),
  accountType: account.accountType,
  accountNumber: account.accountNumber,
});

/** In bank characters; what has no such form stays and is refused as somebody wrote it. */
const bankName = (name: string): string => {
  const bank = toBankKana(abbreviateCorporation(name));
  return 'text' in bank ? bank.text : name;
};

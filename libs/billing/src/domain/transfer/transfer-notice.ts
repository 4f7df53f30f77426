import { PlainDate, yen } from '#lib/kernel';
import type { Yen } from '#lib/kernel';
import type { BankAccount } from '../debit/debit-request.js';
import { splitRecords } from '../zengin/framing.js';
import type { Layout, Values } from '../zengin/layout.js';
import { readRecord } from '../zengin/record.js';
import { mayBeBooked, readShortDate } from './short-date.js';
import type { ShortYear } from './short-date.js';
import { NoticeRefusal } from './notice-refusal.js';
import type { NoticeProblem } from './notice-refusal.js';
import {
  transferData,
  transferEnd,
  transferHeader,
  transferRecordLength,
  transferTrailer,
} from './transfer-records.js';

/** Money that came in, or that the bank took back again. */
export interface Transfer {
  readonly inquiryNumber: string;
  readonly bookedOn: PlainDate;
  /** 起算日: the day the money counts from. */
  readonly valueDate: PlainDate;
  readonly amount: Yen;
  /** Digits, or empty; the virtual account that it came to, where it came to one. */
  readonly payerCode: string;
  readonly payerName: string;
  readonly bankName: string;
  readonly branchName: string;
  readonly edi: string;
  /** 取消: takes back an earlier transfer. */
  readonly reversal: boolean;
}

export type NoticeReading =
  | { readonly transfers: readonly Transfer[] }
  | { readonly refused: NoticeProblem; readonly record: number; readonly field?: string };

/** What the reader knows beforehand. */
export interface NoticeTerms {
  readonly year: ShortYear;
  /** The provider's own account; every other one of its bank is a virtual account. */
  readonly account: Pick<BankAccount, 'bankNumber' | 'branchNumber' | 'accountNumber'>;
  readonly today: PlainDate;
}

/**
 * Reads a file of transfer notices, of one account or several. A file that is not right throughout is refused whole.
 * @clause W4.1, W6.1
 */
export const readTransferNotices = (file: Uint8Array, terms: NoticeTerms): NoticeReading => {
  const split = splitRecords(file, transferRecordLength);
  if ('problem' in split) return { refused: split.problem, record: 0 };
  const types = split.records.map(typeOf).join('');
  if (!/^(?:12*8)+9$/.test(types)) return { refused: 'order', record: 0 };
  try {
    const notices = readNotices(split.records, terms);
    return { transfers: notices.flatMap(({ transfers }) => transfers) };
  } catch (refusal) {
    if (!(refusal instanceof NoticeRefusal)) throw refusal;
    const { problem, record, field } = refusal;
    return { refused: problem, record, field };
  }
};

/** Days between 勘定日 and 起算日, which are the same as a rule. */
const farthestValue = 31;

/** What came into one account. */
interface TransferNotice {
  readonly from: PlainDate;
  readonly to: PlainDate;
  /** Null for the provider's own account. */
  readonly virtualAccount: string | null;
  readonly transfers: Transfer[];
}

const typeOf = ([type = 0]: Uint8Array): string => String.fromCharCode(type);

const readNotices = (records: readonly Uint8Array[], terms: NoticeTerms): TransferNotice[] => {
  const notices: TransferNotice[] = [];
  for (const [i, record] of records.entries()) {
    const at = i + 1;
    const notice = notices.at(-1);
    switch (typeOf(record)) {
      case '1':
        notices.push(readHeader(record, at, terms));
        break;
      case '2':
        notice?.transfers.push(readTransfer(record, at, notice, terms.year));
        break;
      case '8':
        checkTotals(read(transferTrailer, record, at), notice?.transfers ?? [], at);
        break;
      default:
        read(transferEnd, record, at);
    }
  }
  return notices;
};

const read = <L extends Layout>(layout: L, record: Uint8Array, at: number): Values<L> => {
  const result = readRecord(layout, record);
  if ('problem' in result) throw new NoticeRefusal('unreadable', at, result.problem.field);
  return result.values;
};

const readHeader = (
  record: Uint8Array,
  at: number,
  { year, account, today }: NoticeTerms,
): TransferNotice => {
  const header = read(transferHeader, record, at);
  if (header.kind !== '01') throw new NoticeRefusal('kind', at, 'kind');
  if (header.codeDivision !== '0') throw new NoticeRefusal('kind', at, 'codeDivision');
  const same = (field: keyof typeof account): boolean =>
    Number(header[field]) === Number(account[field]);
  if (!same('bankNumber')) throw new NoticeRefusal('other-bank', at, 'bankNumber');
  readDate(header.madeOn, year, at, 'madeOn');
  const [from, to] = (['bookedFrom', 'bookedTo'] as const).map((field) => {
    const day = readDate(header[field], year, at, field);
    if (!mayBeBooked(day, today)) throw new NoticeRefusal('date', at, field);
    return day;
  }) as [PlainDate, PlainDate];
  const isOwn = same('branchNumber') && same('accountNumber');
  const virtualAccount = isOwn ? null : header.branchNumber + header.accountNumber;
  return { from, to, virtualAccount, transfers: [] };
};

const readTransfer = (
  record: Uint8Array,
  at: number,
  { from, to, virtualAccount }: TransferNotice,
  year: ShortYear,
): Transfer => {
  const { bookedOn, valueDate, amount, reversal, payerCode, ...data } = read(
    transferData,
    record,
    at,
  );
  const booked = readDate(bookedOn, year, at, 'bookedOn');
  const isWithin = PlainDate.compare(from, booked) <= 0 && PlainDate.compare(booked, to) <= 0;
  if (!isWithin) throw new NoticeRefusal('date', at, 'bookedOn');
  if (!/^[01]?$/.test(reversal)) throw new NoticeRefusal('unreadable', at, 'reversal');
  if (Number(amount) === 0) throw new NoticeRefusal('unreadable', at, 'amount');
  const value = /^0*$/.test(valueDate) ? booked : readDate(valueDate, year, at, 'valueDate');
  if (Math.abs(booked.until(value).days) > farthestValue)
    throw new NoticeRefusal('date', at, 'valueDate');
  return {
    inquiryNumber: data.inquiryNumber,
    bookedOn: booked,
    valueDate: value,
    amount: yen(Number(amount)),
    payerCode: virtualAccount ?? (/^0*$/.test(payerCode) ? '' : payerCode),
    payerName: data.payerName.trim(),
    bankName: data.bankName,
    branchName: data.branchName,
    edi: data.edi,
    reversal: reversal === '1',
  };
};

const readDate = (text: string, year: ShortYear, at: number, field: string): PlainDate => {
  const date = readShortDate(text, year);
  if (!date) throw new NoticeRefusal('date', at, field);
  return date;
};

/**
 * Banks differ in whether the sum of what came in counts what was taken back. How much that was may be left blank only
 * where there is none: nothing else protects the mark of a reversal.
 */
const checkTotals = (
  trailer: Values<typeof transferTrailer>,
  transfers: readonly Transfer[],
  at: number,
): void => {
  const [all, reversed] = [transfers, transfers.filter(({ reversal }) => reversal)].map((some) => ({
    count: some.length,
    amount: some.reduce((sum, { amount }) => sum + amount, 0),
  })) as [Sum, Sum];
  const received = { count: all.count - reversed.count, amount: all.amount - reversed.amount };
  const matches = (count: string, amount: string, sum: Sum): boolean =>
    /^\d*$/.test(count + amount) && Number(count) === sum.count && Number(amount) === sum.amount;
  if (![all, received].some((sum) => matches(trailer.count, trailer.amount, sum)))
    throw new NoticeRefusal('totals', at, 'amount');
  const { reversedCount, reversedAmount } = trailer;
  if (!matches(reversedCount, reversedAmount, reversed))
    throw new NoticeRefusal('totals', at, 'reversedAmount');
};

interface Sum {
  readonly count: number;
  readonly amount: number;
}

import { PlainDate, yen } from '#lib/kernel';
import { readCsv } from './csv.js';
import { NoticeRefusal } from './notice-refusal.js';
import type { NoticeProblem } from './notice-refusal.js';
import { mayBeBooked, readShortDate } from './short-date.js';
import type { Transfer } from './transfer-notice.js';

/** Where one bank's CSV holds what; columns are counted from 1, and null is one it does not have. */
export interface CsvColumns {
  /** Lines before the first transfer. */
  readonly headLines: number;
  readonly bookedOn: number;
  readonly amount: number;
  readonly payerName: number;
  readonly payerCode: number | null;
  readonly reference: number | null;
  readonly dates: 'western' | 'reiwa';
}

export type CsvReading =
  | { readonly transfers: readonly Transfer[] }
  | { readonly refused: NoticeProblem; readonly record: number; readonly field?: string };

/**
 * Reads a bank's CSV of transfers; lines without an amount (what was paid out) are passed over. A file that is not
 * right throughout is refused whole, so is one that a spreadsheet has damaged.
 * @clause W4.1, W6.1
 */
export const readCsvTransfers = (
  text: string,
  columns: CsvColumns,
  today: PlainDate,
): CsvReading => {
  const lines = readCsv(text);
  if (!lines) return { refused: 'order', record: 0 };
  if (lines.length <= columns.headLines) return { refused: 'empty', record: 0 };
  const cells = lines[Math.max(0, columns.headLines - 1)]?.length ?? 0;
  try {
    const transfers = lines.flatMap((line, i) => {
      if (i < columns.headLines) return passHeadLine(line, i + 1, columns, today);
      if (line.join('').trim() === '') return [];
      // An amount with a comma that nobody quoted would be read as less money from somebody else.
      if (line.length > cells) throw new NoticeRefusal('unreadable', i + 1, 'columns');
      return readLine(line, i + 1, columns, today);
    });
    return transfers.length > 0 ? { transfers } : { refused: 'empty', record: 0 };
  } catch (refusal) {
    if (!(refusal instanceof NoticeRefusal)) throw refusal;
    return { refused: refusal.problem, record: refusal.record, field: refusal.field };
  }
};

/** A head line with a day and an amount is a transfer that would be lost. */
const passHeadLine = (
  line: readonly string[],
  at: number,
  columns: CsvColumns,
  today: PlainDate,
): [] => {
  const bookedOn = readDate(cellOf(line, columns.bookedOn), columns.dates);
  const isTransfer = bookedOn && mayBeBooked(bookedOn, today) && amountOf(line, columns);
  if (isTransfer) throw new NoticeRefusal('head-lines', at, 'headLines');
  return [];
};

const readLine = (
  line: readonly string[],
  at: number,
  columns: CsvColumns,
  today: PlainDate,
): Transfer[] => {
  const amount = amountOf(line, columns);
  if (amount === 0) return [];
  if (amount === undefined) throw new NoticeRefusal('unreadable', at, 'amount');
  const bookedOn = readDate(cellOf(line, columns.bookedOn), columns.dates);
  if (!bookedOn || !mayBeBooked(bookedOn, today)) throw new NoticeRefusal('date', at, 'bookedOn');
  const payerName = cellOf(line, columns.payerName);
  if (payerName === '') throw new NoticeRefusal('unreadable', at, 'payerName');
  const payerCode = cellOf(line, columns.payerCode).normalize('NFKC').replace(/^0+$/, '');
  // A spreadsheet makes 1.23E+09 of a long number: whose it was is lost.
  if (!/^[0-9A-Z-]*$/i.test(payerCode)) throw new NoticeRefusal('unreadable', at, 'payerCode');
  return [
    {
      inquiryNumber: '',
      bookedOn,
      valueDate: bookedOn,
      amount: yen(amount),
      payerCode,
      payerName,
      bankName: '',
      branchName: '',
      edi: cellOf(line, columns.reference),
      reversal: false,
    },
  ];
};

/** What a cell says: `="0012"` and `'0012` are how people keep spreadsheets from taking zeros away. */
const cellOf = (line: readonly string[], column: number | null): string => {
  const cell = column === null ? '' : (line[column - 1] ?? '').trim();
  return cell.replace(/^="(.*)"$/, '$1').replace(/^'/, '');
};

/** Whole yen; 0 for none, undefined for what is no amount. */
const amountOf = (line: readonly string[], columns: CsvColumns): number | undefined => {
  const written = cellOf(line, columns.amount).normalize('NFKC');
  const digits = written.replace(/[,¥円\\\s]/g, '').replace(/\.0+$/, '');
  return /^\d{0,10}$/.test(digits) ? Number(digits) : undefined;
};

/** `2026/7/31`, `2026-07-31`, `20260731`; of 令和 `8.7.31`, `080731`, `R8/07/31`. A time behind it is passed over. */
const readDate = (cell: string, dates: CsvColumns['dates']): PlainDate | undefined => {
  const text = cell.normalize('NFKC').replace(/[ T]\d{1,2}:\d\d(:\d\d)?$/, '');
  const parts = /^(?:R|令和)?(\d{1,4})[./\-年](\d{1,2})[./\-月](\d{1,2})日?$/u.exec(text);
  const pad = (part: string | undefined, length: number): string =>
    (part ?? '').padStart(length, '0');
  if (dates === 'reiwa') {
    const short = parts ? pad(parts[1], 2) + pad(parts[2], 2) + pad(parts[3], 2) : text;
    return readShortDate(short, 'reiwa');
  }
  const [year, month, day] = parts
    ? parts.slice(1)
    : (/^(\d{4})(\d\d)(\d\d)$/.exec(text)?.slice(1) ?? []);
  if (year?.length !== 4) return undefined;
  try {
    const date = { year: Number(year), month: Number(month), day: Number(day) };
    return PlainDate.from(date, { overflow: 'reject' });
  } catch {
    return undefined;
  }
};

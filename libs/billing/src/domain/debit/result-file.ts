import { yen } from '#lib/kernel';
import type { Yen } from '#lib/kernel';
import { splitRecords } from '../zengin/framing.js';
import { firstDifference, readRecord } from '../zengin/record.js';
import type { Layout } from '../zengin/layout.js';
import {
  debitData,
  debitEnd,
  debitHeader,
  debitRecordLength,
  debitTrailer,
} from './debit-records.js';
import { debitOutcome } from './debit-result.js';
import type { DebitOutcome } from './debit-result.js';
import type { ResultProblem } from './result-problem.js';

interface DebitResult {
  readonly customerNumber: string;
  readonly amount: Yen;
  readonly code: string;
  readonly outcome: DebitOutcome;
}

interface RefusedResult {
  readonly refused: ResultProblem;
  /** Counted from 1; 0 for the file as a whole. */
  readonly record: number;
  readonly field?: string;
}

export type ResultReading = { readonly results: readonly DebitResult[] } | RefusedResult;

/** What banks write in their own way, and what they add. */
const headerFree = ['collectorName', 'bankName', 'branchName', 'filler'] as const;
const dataFree = [
  'bankName',
  'branchName',
  'holderName',
  'newCode',
  'resultCode',
  'filler1',
  'filler2',
] as const;

/**
 * Reads a result file against the records that were sent: every debit must be there once, with its account and
 * amount, and the sums must be those of the results. Anything else refuses the whole file; a code that nobody knows
 * leaves its debit to a person.
 * @clause W6.1
 * @param sent all records of the request, in their order
 */
export const readResultFile = (file: Uint8Array, sent: readonly Uint8Array[]): ResultReading => {
  const split = splitRecords(file, debitRecordLength);
  if ('problem' in split) return { refused: split.problem, record: 0 };
  const { records } = split;
  if (recordTypes(records) !== recordTypes(sent)) return { refused: 'order', record: 0 };
  const [header, ...rest] = records;
  const end = rest.at(-1);
  const trailer = rest.at(-2);
  const [sentHeader] = sent;
  if (!header || !end || !trailer || !sentHeader) return { refused: 'order', record: 0 };

  const field = firstDifference(debitHeader, header, sentHeader, headerFree);
  if (field) return { refused: 'other-export', record: 1, field };
  const unreadable = unreadableRecord(records);
  if (unreadable) return unreadable;
  const results = readResults(rest.slice(0, -2), sent);
  if ('refused' in results) return results;
  return totalsProblem(trailer, results.results, records.length - 1) ?? results;
};

const recordTypes = (records: readonly Uint8Array[]): string =>
  records.map(([type = 0]) => String.fromCharCode(type)).join('');

/** Also what is compared with nothing must be text. */
const unreadableRecord = (records: readonly Uint8Array[]): RefusedResult | undefined => {
  const layouts: Readonly<Record<string, Layout>> = { 2: debitData, 8: debitTrailer, 9: debitEnd };
  for (const [i, record] of records.entries()) {
    const layout = layouts[String.fromCharCode(record[0] ?? 0)];
    const read = layout && readRecord(layout, record);
    if (read && 'problem' in read)
      return { refused: 'unreadable', record: i + 1, field: read.problem.field };
  }
  return undefined;
};

const readResults = (
  records: readonly Uint8Array[],
  sent: readonly Uint8Array[],
): { readonly results: DebitResult[] } | RefusedResult => {
  const open = new Map(sent.slice(1, -2).map((record) => [customerOf(record), record]));
  const known = new Set(open.keys());
  const results: DebitResult[] = [];
  for (const [i, record] of records.entries()) {
    const at = i + 2;
    const customerNumber = customerOf(record);
    const original = open.get(customerNumber);
    if (!original)
      return {
        refused: known.has(customerNumber) ? 'repeated-customer' : 'unknown-customer',
        record: at,
        field: 'customerNumber',
      };
    open.delete(customerNumber);
    const field = firstDifference(debitData, record, original, dataFree);
    if (field) return { refused: 'differs', record: at, field };
    const { amount, resultCode } = valuesOf(record);
    const outcome = debitOutcome(resultCode);
    results.push({ customerNumber, amount: yen(Number(amount)), code: resultCode, outcome });
  }
  return { results };
};

const customerOf = (record: Uint8Array): string => valuesOf(record).customerNumber;

const valuesOf = (
  record: Uint8Array,
): { amount: string; resultCode: string; customerNumber: string } => {
  const read = readRecord(debitData, record);
  return 'values' in read ? read.values : { amount: '', resultCode: '', customerNumber: '' };
};

const totalsProblem = (
  trailer: Uint8Array,
  results: readonly DebitResult[],
  at: number,
): RefusedResult | undefined => {
  const read = readRecord(debitTrailer, trailer);
  if ('problem' in read) return { refused: 'unreadable', record: at, field: read.problem.field };
  const settled = results.filter(({ outcome }) => outcome.invoice === 'debit-succeeded');
  const others = results.filter(({ outcome }) => outcome.invoice !== 'debit-succeeded');
  const expected = {
    count: results.length,
    amount: sum(results),
    settledCount: settled.length,
    settledAmount: sum(settled),
    failedCount: others.length,
    failedAmount: sum(others),
  };
  const wrong = Object.entries(expected).find(
    ([field, value]) => Number(read.values[field as keyof typeof expected]) !== value,
  );
  return wrong && { refused: 'totals', record: at, field: wrong[0] };
};

const sum = (results: readonly DebitResult[]): number =>
  results.reduce((total, { amount }) => total + amount, 0);

import type { PlainDate, Texts } from '#lib/kernel';
import type { BankSettings } from '../banks/bank-settings.js';
import { readCsvTransfers } from './csv-transfers.js';
import type { CsvColumns, CsvReading } from './csv-transfers.js';
import { noticeProblemTexts } from './notice-refusal.js';
import { readTransferNotices } from './transfer-notice.js';
import type { Transfer } from './transfer-notice.js';

export type TransferFormat = 'zengin' | 'csv';

/** Why a file is refused whole. */
export interface UnreadableFile {
  readonly reason: Texts;
  /** Counted from 1; 0 for the file as a whole. */
  readonly record: number;
  readonly field: string;
}

/**
 * Everything that came in by a bank's file, in either of its forms. A CSV is read as UTF-8 where it is that, else as
 * CP932; undefined where the bank has no CSV.
 * @clause W4.1, W6.1
 */
export const readTransfers = (
  bytes: Uint8Array,
  format: TransferFormat,
  { year, csv, collector }: BankSettings,
  today: PlainDate,
): { readonly transfers: readonly Transfer[] } | UnreadableFile | undefined => {
  if (format === 'csv' && !csv) return undefined;
  const reading =
    format === 'csv' && csv
      ? readCsv(bytes, csv, today)
      : readTransferNotices(bytes, { year, today, account: collector });
  if ('transfers' in reading) return reading;
  const { refused, record, field = '–' } = reading;
  return { reason: noticeProblemTexts[refused], record, field };
};

const readCsv = (bytes: Uint8Array, columns: CsvColumns, today: PlainDate): CsvReading => {
  const text = textIn('utf-8', bytes) ?? textIn('shift_jis', bytes);
  return text === undefined
    ? { refused: 'unreadable', record: 0, field: 'encoding' }
    : readCsvTransfers(text, columns, today);
};

const textIn = (encoding: 'utf-8' | 'shift_jis', bytes: Uint8Array): string | undefined => {
  try {
    return new TextDecoder(encoding, { fatal: true }).decode(bytes);
  } catch {
    return undefined;
  }
};

import type { Texts } from '#lib/kernel';
import type { BankSettings } from '../banks/bank-settings.js';
import { readCsvTransfers } from './csv-transfers.js';
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
  { year, csv }: BankSettings,
): { readonly transfers: readonly Transfer[] } | UnreadableFile | undefined => {
  if (format === 'csv' && !csv) return undefined;
  const reading =
    format === 'csv' && csv
      ? readCsvTransfers(textOf(bytes), csv)
      : readTransferNotices(bytes, year);
  if ('refused' in reading)
    return {
      reason: noticeProblemTexts[reading.refused],
      record: reading.record,
      field: reading.field ?? '–',
    };
  return 'notices' in reading
    ? { transfers: reading.notices.flatMap(({ transfers }) => transfers) }
    : reading;
};

const textOf = (bytes: Uint8Array): string => {
  try {
    return new TextDecoder('utf-8', { fatal: true }).decode(bytes);
  } catch {
    return new TextDecoder('shift_jis').decode(bytes);
  }
};

import type { BankProfile, Collector } from '../debit/debit-request.js';
import type { CsvColumns } from '../transfer/csv-transfers.js';
import type { ShortYear } from '../transfer/short-date.js';

/** What the provider has agreed on with one bank: its account there, and how files look. */
export interface BankSettings {
  readonly profile: BankProfile;
  readonly collector: Collector;
  /** How the bank counts years in its notices of transfers. */
  readonly year: ShortYear;
  /** Where things stand in its CSV files; null when there are none. */
  readonly csv: CsvColumns | null;
}

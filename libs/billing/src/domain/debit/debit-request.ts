import type { PlainDate, Yen } from '#lib/kernel';
import type { DebitSchedule } from '../calendar/debit-schedule.js';

/** How one bank or agent wants its files. */
export interface BankProfile {
  readonly schedule: DebitSchedule;
  readonly lineEnd: 'crlf' | 'none';
  /** What stands in a request where the result will be. */
  readonly resultPlace: '0' | ' ';
  /** Whether the header names the account that the money comes to. */
  readonly headerNamesAccount: boolean;
  /** Characters that it takes besides the usual ones, such as `¥,｢｣`. */
  readonly extraCharacters: string;
}

/** 1 普通, 2 当座, 3 納税準備, 9 その他 */
type AccountType = '1' | '2' | '3' | '9';

/** Names as people write them; numbers as digits, zeros in front may be left out. */
export interface BankAccount {
  readonly bankNumber: string;
  readonly bankName: string;
  readonly branchNumber: string;
  readonly branchName: string;
  readonly accountType: AccountType;
  readonly accountNumber: string;
}

/** Who collects (委託者), and where the money comes to. */
export interface Collector extends BankAccount {
  readonly code: string;
  readonly name: string;
}

/** One debit: whose account, how much, and for whom. */
export interface DebitEntry extends BankAccount {
  readonly holderName: string;
  readonly amount: Yen;
  /** `first` for a new mandate's first debit. */
  readonly occasion: 'first' | 'changed' | 'other';
  /** 顧客番号: unique in the file, comes back with the result. */
  readonly customerNumber: string;
}

/** What one file asks for. */
export interface DebitRequest {
  readonly collector: Collector;
  readonly debitDate: PlainDate;
  readonly entries: readonly DebitEntry[];
}

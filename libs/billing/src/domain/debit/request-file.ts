import { addYen, isBankHoliday } from '#lib/kernel';
import type { Texts, Yen } from '#lib/kernel';
import type { FieldProblem, FieldProblemKind } from '../zengin/layout.js';
import type { BankProfile, DebitRequest } from './debit-request.js';
import { dataRecord, endRecord, headerRecord, trailerRecord } from './request-records.js';
import type { WrittenRecord } from './request-records.js';

type RequestProblemKind =
  | FieldProblemKind
  | 'empty'
  | 'no-entries'
  | 'banks-closed'
  | 'amount-not-positive'
  | 'repeated-customer';

/** What keeps a request from becoming a file. */
export interface RequestProblem {
  /** 0 for the header, n for the n-th debit, behind them the trailer. */
  readonly record: number;
  readonly field: string;
  readonly problem: RequestProblemKind;
  readonly character?: string;
}

export interface RequestFile {
  readonly bytes: Uint8Array;
  readonly count: number;
  readonly total: Yen;
  /** All records in their order, as sent: the result is held against them. */
  readonly records: readonly Uint8Array[];
}

/**
 * Writes the request file for one debit date, or says everything that is wrong with it, naming record and field.
 * @clause W6.1
 */
export const writeRequestFile = (
  request: DebitRequest,
  profile: BankProfile,
): RequestFile | { readonly problems: readonly RequestProblem[] } => {
  const { collector, debitDate, entries } = request;
  const total = addYen(...entries.map(({ amount }) => amount));
  const written: WrittenRecord[] = [
    headerRecord(collector, debitDate, profile),
    ...entries.map((entry) => dataRecord(entry, profile)),
    trailerRecord(entries.length, total),
    endRecord(),
  ];
  const problems = [...requestProblems(request), ...written.flatMap(recordProblems)];
  if (problems.length > 0) return { problems };
  const records = written.map((each) => Uint8Array.from('bytes' in each ? each.bytes : []));
  const lineEnd = profile.lineEnd === 'crlf' ? [0x0d, 0x0a] : [];
  const bytes = Uint8Array.from(records.flatMap((record) => [...record, ...lineEnd]));
  return { bytes, count: entries.length, total, records };
};

const requestProblems = ({ debitDate, entries }: DebitRequest): RequestProblem[] => {
  const problems: RequestProblem[] = [];
  const note = (
    record: number,
    field: string,
    problem: RequestProblemKind,
    found: boolean,
  ): void => {
    if (found) problems.push({ record, field, problem });
  };
  note(0, 'debitDay', 'banks-closed', isBankHoliday(debitDate));
  note(0, 'entries', 'no-entries', entries.length === 0);
  const seen = new Set<string>();
  for (const [i, { amount, customerNumber, holderName }] of entries.entries()) {
    const customer = customerNumber.trimEnd();
    note(i + 1, 'amount', 'amount-not-positive', amount <= 0);
    note(i + 1, 'holderName', 'empty', holderName.trim() === '');
    note(i + 1, 'customerNumber', 'empty', customer === '');
    note(i + 1, 'customerNumber', 'repeated-customer', seen.has(customer));
    seen.add(customer);
  }
  return problems;
};

const recordProblems = (written: WrittenRecord, record: number): RequestProblem[] =>
  'problems' in written
    ? written.problems.map((problem: FieldProblem) => ({ record, ...problem }))
    : [];

export const requestProblemTexts: Readonly<Record<RequestProblemKind, Texts>> = {
  'not-digits': { ja: '数字で入力してください。', en: 'Only digits can stand here.' },
  'too-long': { ja: '文字数が多すぎます。', en: 'This is too long for the bank’s file.' },
  unmappable: {
    ja: '銀行のファイルで使えない文字があります。カタカナで入力してください。',
    en: 'The bank’s file cannot hold this character. Please write it in katakana.',
  },
  empty: { ja: '入力がありません。', en: 'This must not be empty.' },
  'no-entries': { ja: '振替の対象がありません。', en: 'There is nothing to debit.' },
  'banks-closed': { ja: '引落日が銀行の休業日です。', en: 'Banks are closed on the debit day.' },
  'amount-not-positive': {
    ja: '引落金額は1円以上にしてください。',
    en: 'The amount must be at least 1 yen.',
  },
  'repeated-customer': {
    ja: '同じ顧客番号が2回使われています。',
    en: 'The customer number is used twice.',
  },
};

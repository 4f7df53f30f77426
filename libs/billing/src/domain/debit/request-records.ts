import type { PlainDate, Yen } from '#lib/kernel';
import { abbreviateCorporation } from '../zengin/corporate-names.js';
import { toBankKana } from '../zengin/bank-kana.js';
import type { FieldProblem } from '../zengin/layout.js';
import { writeRecord } from '../zengin/record.js';
import {
  debitData,
  debitEnd,
  debitHeader,
  debitHeaderWithoutAccount,
  debitTrailer,
} from './debit-records.js';
import type { BankAccount, BankProfile, Collector, DebitEntry } from './debit-request.js';

export type WrittenRecord = ReturnType<typeof writeRecord>;

const newCodes = { first: '1', changed: '2', other: '0' } as const;

/** @clause W6.1 */
export const headerRecord = (
  collector: Collector,
  debitDate: PlainDate,
  profile: BankProfile,
): WrittenRecord =>
  inBankCharacters({ ...accountNames(collector), collectorName: collector.name }, (names) => {
    const values = {
      recordType: '1',
      kind: '91',
      codeDivision: '0',
      collectorCode: collector.code,
      debitDay: monthAndDay(debitDate),
      ...accountNumbers(collector),
      filler: '',
      ...names,
    };
    return profile.headerNamesAccount
      ? writeRecord(debitHeader, values, profile.extraCharacters)
      : writeRecord(debitHeaderWithoutAccount, values, profile.extraCharacters);
  });

/** @clause W6.1 */
export const dataRecord = (entry: DebitEntry, profile: BankProfile): WrittenRecord =>
  inBankCharacters({ ...accountNames(entry), holderName: entry.holderName }, (names) =>
    writeRecord(
      debitData,
      {
        recordType: '2',
        ...accountNumbers(entry),
        amount: entry.amount.toFixed(0),
        newCode: newCodes[entry.occasion],
        customerNumber: entry.customerNumber,
        resultCode: profile.resultPlace,
        filler1: '',
        filler2: '',
        ...names,
      },
      profile.extraCharacters,
    ),
  );

/** @clause W6.1 */
export const trailerRecord = (count: number, total: Yen): WrittenRecord =>
  writeRecord(debitTrailer, {
    recordType: '8',
    count: String(count),
    amount: total.toFixed(0),
    settledCount: '0',
    settledAmount: '0',
    failedCount: '0',
    failedAmount: '0',
    filler: '',
  });

/** @clause W6.1 */
export const endRecord = (): WrittenRecord =>
  writeRecord(debitEnd, { recordType: '9', filler: '' });

/** MMDD; the year is known from the export only. */
const monthAndDay = ({ month, day }: PlainDate): string =>
  [month, day].map((n) => String(n).padStart(2, '0')).join('');

const accountNames = ({
  bankName,
  branchName,
}: BankAccount): Record<'bankName' | 'branchName', string> => ({
  bankName,
  branchName,
});

const accountNumbers = ({
  bankNumber,
  branchNumber,
  accountType,
  accountNumber,
}: BankAccount): Record<
  'bankNumber' | 'branchNumber' | 'accountType' | 'accountNumber',
  string
> => ({
  bankNumber,
  branchNumber,
  accountType,
  accountNumber,
});

/** Names become bank characters first, so that what is said to be wrong is what somebody wrote. */
const inBankCharacters = <Name extends string>(
  names: Readonly<Record<Name, string>>,
  write: (names: Readonly<Record<Name, string>>) => WrittenRecord,
): WrittenRecord => {
  const problems: FieldProblem[] = [];
  const converted: Record<string, string> = {};
  for (const [field, name] of Object.entries<string>(names)) {
    const bank = toBankKana(abbreviateCorporation(name));
    if ('text' in bank) converted[field] = bank.text;
    else problems.push({ field, problem: 'unmappable', character: bank.character });
  }
  const written = write({ ...names, ...converted });
  if (problems.length === 0) return written;
  const others = 'problems' in written ? written.problems : [];
  const named = new Set(problems.map(({ field }) => field));
  return { problems: [...problems, ...others.filter(({ field }) => !named.has(field))] };
};

import { PlainDate, yen } from '#lib/kernel';
import type { Texts } from '#lib/kernel';
import type { BankAccount, BankProfile } from '../debit/debit-request.js';
import { dataRecord, headerRecord } from '../debit/request-records.js';
import type { FieldProblem } from '../zengin/layout.js';
import type { BankSettings } from './bank-settings.js';

/** An account and whose it is, as the form says. */
export interface HolderAccount extends BankAccount {
  readonly holderName: string;
}

export interface AccountProblem {
  readonly field: string;
  readonly problem: FieldProblem['problem'] | 'empty';
  readonly character?: string;
}

const accountTypes: Readonly<Record<BankAccount['accountType'], Texts>> = {
  '1': { ja: '普通', en: 'ordinary' },
  '2': { ja: '当座', en: 'current' },
  '3': { ja: '納税準備', en: 'tax reserve' },
  '9': { ja: 'その他', en: 'other' },
};

/** Of banks that take nothing beyond what all of them take. */
const strictProfile: BankProfile = {
  schedule: { leadBusinessDays: 7, closesAtMinute: 16 * 60 },
  lineEnd: 'crlf',
  resultPlace: '0',
  headerNamesAccount: true,
  extraCharacters: '',
};

/**
 * What would keep an account from being written into a bank's file, told when it is taken down and not a month later.
 * @clause W6.1
 */
export const accountProblems = (
  account: HolderAccount,
  profile: BankProfile = strictProfile,
): AccountProblem[] => {
  const written = dataRecord(
    { ...account, amount: yen(1), occasion: 'first', customerNumber: '1' },
    profile,
  );
  const empty = (['bankNumber', 'branchNumber', 'accountNumber', 'holderName'] as const)
    .filter((field) => account[field].trim() === '')
    .map((field) => ({ field, problem: 'empty' as const }));
  const named = new Set<string>(empty.map(({ field }) => field));
  const others = 'problems' in written ? written.problems : [];
  return [...empty, ...others.filter(({ field }) => !named.has(field))];
};

/** What would keep the provider's own data out of a file's header; fields are named as the collector names them. */
export const collectorProblems = ({ collector, profile }: BankSettings): AccountProblem[] => {
  const anyDay = PlainDate.from('2026-06-29');
  const written = headerRecord(collector, anyDay, profile);
  const names: Readonly<Record<string, string>> = { collectorCode: 'code', collectorName: 'name' };
  return 'problems' in written
    ? written.problems.map((each) => ({ ...each, field: names[each.field] ?? each.field }))
    : [];
};

/** For people who need not know the account: `ﾐﾂﾋﾞｼUFJ 123 普通 ****345`. */
export const maskedAccount = ({
  bankName,
  bankNumber,
  branchName,
  branchNumber,
  accountType,
  accountNumber,
}: BankAccount): string => {
  const bank = bankName.trim() || bankNumber;
  const branch = branchName.trim() || branchNumber;
  const last = accountNumber.padStart(7, '0').slice(-3);
  return `${bank} ${branch} ${accountTypes[accountType].ja} ****${last}`;
};

/** For who is to pay there: `ミズホ（0001） 振込専用支店（912） 普通 0000001 株式会社サンプル`. @clause W4.1 */
export const wholeAccount = (account: HolderAccount): Texts => {
  const { bankName, bankNumber, branchName, branchNumber, holderName } = account;
  const type = accountTypes[account.accountType];
  const number = account.accountNumber.padStart(7, '0');
  return {
    ja: `${bankName}（${bankNumber}） ${branchName}（${branchNumber}） ${type.ja} ${number} ${holderName}`,
    en: `${bankName} (${bankNumber}), ${branchName} (${branchNumber}), ${type.en} account ${number}, ${holderName}`,
  };
};

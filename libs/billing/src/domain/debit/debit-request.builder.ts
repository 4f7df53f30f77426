import { PlainDate, yen } from '#lib/kernel';
import type { BankProfile, DebitEntry, DebitRequest } from './debit-request.js';

export const aProfile = (over: Partial<BankProfile> = {}): BankProfile => ({
  schedule: { leadBusinessDays: 7, closesAtMinute: 16 * 60 },
  lineEnd: 'crlf',
  resultPlace: '0',
  headerNamesAccount: true,
  extraCharacters: '',
  ...over,
});

export const anEntry = (over: Partial<DebitEntry> = {}): DebitEntry => ({
  bankNumber: '0005',
  bankName: 'ミツビシUFJ',
  branchNumber: '123',
  branchName: '',
  accountType: '1',
  accountNumber: '12345',
  holderName: 'ヤマダ　タロウ',
  amount: yen(5_500),
  occasion: 'first',
  customerNumber: '00000000000000001001',
  ...over,
});

/** Two debits on 29 June 2026. */
export const aRequest = (over: Partial<DebitRequest> = {}): DebitRequest => ({
  collector: {
    code: '1234567890',
    name: '株式会社ウィーエムサンプル',
    bankNumber: '0001',
    bankName: 'ミズホ',
    branchNumber: '001',
    branchName: 'トウキョウ',
    accountType: '1',
    accountNumber: '7654321',
  },
  debitDate: PlainDate.from('2026-06-29'),
  entries: [
    anEntry(),
    anEntry({
      bankNumber: '9900',
      bankName: 'ユウチョ',
      branchNumber: '018',
      accountType: '2',
      accountNumber: '7000001',
      holderName: '㈱キャッツ',
      amount: yen(16_280),
      occasion: 'other',
      customerNumber: '00000000000000001002',
    }),
  ],
  ...over,
});

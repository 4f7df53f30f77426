import { Choice, Text } from '#platform/http';
import type { BankAccount } from '../domain/debit/debit-request.js';
import type { HolderAccount } from '../domain/banks/holder-account.js';

/** An account as people write it; bank and branch names in katakana, zeros in front of numbers may be left out. */
export class BankAccountDto {
  @Text({ max: 4, example: '0005' }) bankNumber!: string;
  @Text({ min: 0, max: 30, example: 'ミツビシUFJ', about: 'May stay empty' }) bankName!: string;
  @Text({ max: 3, example: '123' }) branchNumber!: string;
  @Text({ min: 0, max: 30, example: 'シンジュク', about: 'May stay empty' }) branchName!: string;
  @Choice(['1', '2', '3', '9'], { about: '1 普通, 2 当座, 3 納税準備, 9 その他' })
  accountType!: BankAccount['accountType'];
  @Text({ max: 7, example: '12345' }) accountNumber!: string;
}

export class HolderAccountDto extends BankAccountDto {
  @Text({ max: 60, example: 'ヤマダ　タロウ', about: 'In katakana' }) holderName!: string;
}

/** Only the fields of an account, whatever else the body has. */
export const accountOf = (dto: BankAccountDto): BankAccount => ({
  bankNumber: dto.bankNumber,
  bankName: dto.bankName,
  branchNumber: dto.branchNumber,
  branchName: dto.branchName,
  accountType: dto.accountType,
  accountNumber: dto.accountNumber,
});

export const holderAccountOf = (dto: HolderAccountDto): HolderAccount => ({
  ...accountOf(dto),
  holderName: dto.holderName,
});

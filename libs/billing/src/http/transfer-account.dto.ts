import { Choice, Nested, Text, Uuid } from '#platform/http';
import type { BankAccount } from '../domain/debit/debit-request.js';
import type { TransferAccount } from '../store/transfer-accounts.store.js';

export class TransferAccountDto {
  @Uuid({ optional: true, about: 'The bank it is in; the first one when absent' })
  bankProfileId?: string;
  @Text({ max: 12, example: '912', about: 'Three digits' }) branchNumber!: string;
  @Text({ max: 30, example: '振込専用支店', about: 'As the tenant has to choose it' })
  branchName!: string;
  @Choice(['1', '2', '3', '9'], { about: '1 普通, 2 当座, 3 納税準備, 9 その他' })
  accountType!: BankAccount['accountType'];
  @Text({ max: 12, example: '0000042', about: 'Seven digits' }) accountNumber!: string;
}

class OwnAccountView extends TransferAccountDto {
  @Text() bankName!: string;
  @Text() bankNumber!: string;
  @Text() holderName!: string;
}

export class TenantAccountView {
  @Nested(() => OwnAccountView, {
    nullable: true,
    about: 'Null where the tenant pays to the provider’s account',
  })
  account!: OwnAccountView | null;
}

export const tenantAccountView = (account: TransferAccount | undefined): TenantAccountView => ({
  account: account ?? null,
});

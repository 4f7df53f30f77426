import { AuditTrail, Tenants } from '#lib/accounts';
import type { Actor } from '#lib/accounts';
import type { TenantId } from '#lib/kernel';
import { Database } from '#platform/database';
import { Injectable } from '@nestjs/common';
import { BankProfiles } from '../store/bank-profiles.store.js';
import { TransferAccounts } from '../store/transfer-accounts.store.js';
import type { TransferAccountPart } from '../store/transfer-accounts.store.js';
import { paymentsErrors } from '../payments.errors.js';

interface Given extends TransferAccountPart {
  /** The bank it is in; the one that was set up first where absent. */
  readonly bankProfileId?: string | undefined;
}

/**
 * Gives a tenant an account of its own within the provider's bank: it is told to pay there from now on, and what comes
 * there is its payment.
 * @clause W4.1, W6.1
 */
@Injectable()
export class GiveTransferAccount {
  constructor(
    private readonly database: Database,
    private readonly tenants: Tenants,
    private readonly profiles: BankProfiles,
    private readonly accounts: TransferAccounts,
    private readonly audit: AuditTrail,
  ) {}

  /**
   * @throws BusinessError payments.account-not-digits, payments.account-empty, payments.account-too-long,
   *   payments.transfer-account-of-provider, payments.transfer-account-taken, payments.bank-profile-not-found,
   *   accounts.tenant-not-found
   */
  async execute(tenantId: TenantId, given: Given, actor: Actor): Promise<void> {
    const account = {
      branchNumber: digitsIn(given.branchNumber, 3, 'branchNumber'),
      branchName: given.branchName,
      accountType: given.accountType,
      accountNumber: digitsIn(given.accountNumber, 7, 'accountNumber'),
    };
    await this.database.asSystem(async (tx) => {
      await this.tenants.get(tx, tenantId);
      const banks = await this.profiles.list(tx);
      const bank = given.bankProfileId
        ? banks.find(({ id }) => id === given.bankProfileId)
        : await this.profiles.first(tx);
      if (!bank) throw paymentsErrors.bankProfileNotFound({ field: 'bankProfileId' });
      if (banks.some(({ settings }) => codeOf(settings.collector) === codeOf(account)))
        throw paymentsErrors.transferAccountOwn({ field: 'accountNumber' });
      await this.accounts.give(tx, tenantId, bank.id, account);
      await this.audit.record(tx, {
        tenantId,
        actor,
        action: 'transfer-account.set',
        subject: { kind: 'tenant', id: tenantId },
        details: { bank: bank.name },
      });
    });
  }
}

const codeOf = (account: Pick<TransferAccountPart, 'branchNumber' | 'accountNumber'>): string =>
  account.branchNumber.padStart(3, '0') + account.accountNumber.padStart(7, '0');

/** Zeros in front may be left out, and digits may be full-width. */
const digitsIn = (written: string, length: number, field: string): string => {
  const digits = written.normalize('NFKC').replace(/[\s-]/g, '');
  if (digits === '') throw paymentsErrors.empty({ field });
  if (!/^\d+$/.test(digits)) throw paymentsErrors.notDigits({ field });
  if (digits.length > length) throw paymentsErrors.tooLong({ field });
  return digits.padStart(length, '0');
};

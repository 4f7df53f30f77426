import type { TenantId } from '#lib/kernel';
import { isDuplicate } from '#platform/database';
import type { Tx } from '#platform/database';
import { Injectable } from '@nestjs/common';
import type { HolderAccount } from '../domain/banks/holder-account.js';
import type { Collector } from '../domain/debit/debit-request.js';
import { paymentsErrors } from '../payments.errors.js';

/** What of an account within the provider's bank is one tenant's. */
export type TransferAccountPart = Pick<
  HolderAccount,
  'branchNumber' | 'branchName' | 'accountType' | 'accountNumber'
>;

/** 振込専用口座: an account of the provider's that one tenant alone transfers to. In the system's transactions. */
export interface TransferAccount extends HolderAccount {
  readonly bankProfileId: string;
}

@Injectable()
export class TransferAccounts {
  /** As the bank is named now. */
  async of(tx: Tx, tenantId: TenantId): Promise<TransferAccount | undefined> {
    const [row] = await tx.query<
      TransferAccountPart & { bankProfileId: string; collector: Collector }
    >(
      `SELECT a.bank_profile_id AS "bankProfileId", a.branch_number AS "branchNumber", a.branch_name AS "branchName",
         a.account_type AS "accountType", a.account_number AS "accountNumber", b.settings->'collector' AS collector
       FROM transfer_accounts a JOIN bank_profiles b ON b.id = a.bank_profile_id WHERE a.tenant_id = $1`,
      [tenantId],
    );
    if (!row) return undefined;
    const { collector, ...own } = row;
    const { bankNumber, bankName, name: holderName } = collector;
    return { ...own, bankNumber, bankName, holderName };
  }

  /**
   * Takes the place of the one before, which stays a payer code: money may still come to it. The new one becomes a
   * code too.
   * @throws BusinessError payments.transfer-account-taken
   */
  async give(
    tx: Tx,
    tenantId: TenantId,
    bankProfileId: string,
    account: TransferAccountPart,
  ): Promise<void> {
    const { branchNumber, branchName, accountType, accountNumber } = account;
    await tx
      .execute(
        `INSERT INTO payer_identities (tenant_id, kind, value) VALUES ($1, 'code', $2)
         ON CONFLICT (tenant_id, kind, value) DO NOTHING`,
        [tenantId, branchNumber + accountNumber],
      )
      .catch(taken);
    await tx
      .execute(
        `INSERT INTO transfer_accounts (tenant_id, bank_profile_id, branch_number, branch_name, account_type, account_number)
         VALUES ($1, $2, $3, $4, $5, $6) ON CONFLICT (tenant_id) DO UPDATE SET bank_profile_id = excluded.bank_profile_id,
           branch_number = excluded.branch_number, branch_name = excluded.branch_name,
           account_type = excluded.account_type, account_number = excluded.account_number`,
        [tenantId, bankProfileId, branchNumber, branchName, accountType, accountNumber],
      )
      .catch(taken);
  }

  /** It stays a payer code until somebody takes it off. False where there was none. */
  async withdraw(tx: Tx, tenantId: TenantId): Promise<boolean> {
    const count = await tx.execute('DELETE FROM transfer_accounts WHERE tenant_id = $1', [
      tenantId,
    ]);
    return count > 0;
  }
}

const taken = (error: unknown): never => {
  throw isDuplicate(error)
    ? paymentsErrors.transferAccountTaken({ field: 'accountNumber' })
    : error;
};

import type { TenantId } from '#lib/kernel';
import type { Tx } from '#platform/database';
import { Injectable } from '@nestjs/common';
import { wholeAccount } from './domain/banks/holder-account.js';
import type { Issuer } from './store/invoice.row.js';
import { TransferAccounts } from './store/transfer-accounts.store.js';

/** Where a tenant is asked to transfer to from now on; what was issued keeps what it says. @clause W4.1, W6.1 */
@Injectable()
export class PlaceOfPayment {
  constructor(private readonly accounts: TransferAccounts) {}

  /** The issuer as it is named to this tenant today. In the system's transaction. */
  async of(tx: Tx, tenantId: TenantId, issuer: Issuer): Promise<Issuer> {
    const account = await this.accounts.of(tx, tenantId);
    return { ...issuer, ownAccount: account && wholeAccount(account) };
  }
}

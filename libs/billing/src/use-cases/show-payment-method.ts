import type { TenantId } from '#lib/kernel';
import { Database } from '#platform/database';
import { Injectable } from '@nestjs/common';
import type { HolderAccount } from '../domain/banks/holder-account.js';
import { BankProfiles } from '../store/bank-profiles.store.js';
import { Mandates, activeAmong } from '../store/mandates.store.js';
import type { Mandate } from '../store/mandates.store.js';
import { TransferAccounts } from '../store/transfer-accounts.store.js';
import { CreditBalance } from '../credit-balance.js';

interface PaymentMethod {
  readonly method: 'direct-debit' | 'bank-transfer';
  /** The active one, or else the latest. */
  readonly mandate: Mandate | undefined;
  /** What was paid beyond what is owed. */
  readonly credit: number;
  /** Where to transfer to; undefined until the provider has set up its bank. */
  readonly transferTo: HolderAccount | undefined;
  /** Whether that is the tenant's own (振込専用口座). */
  readonly isOwnAccount: boolean;
}

/** How a tenant pays. @clause W6.1 */
@Injectable()
export class ShowPaymentMethod {
  constructor(
    private readonly database: Database,
    private readonly mandates: Mandates,
    private readonly profiles: BankProfiles,
    private readonly accounts: TransferAccounts,
    private readonly credit: CreditBalance,
  ) {}

  async execute(tenantId: TenantId): Promise<PaymentMethod> {
    const [own, bank] = await this.database.asSystem(async (tx) => [
      await this.accounts.of(tx, tenantId),
      await this.profiles.first(tx),
    ]);
    const collector = bank?.settings.collector;
    return this.database.inTenant(tenantId, async (tx) => {
      const mandates = await this.mandates.of(tx, tenantId);
      const active = activeAmong(mandates);
      return {
        method: active ? 'direct-debit' : 'bank-transfer',
        mandate: active ?? mandates[0],
        credit: (await this.credit.shown(tx, tenantId)).credit,
        transferTo: own ?? (collector && { ...collector, holderName: collector.name }),
        isOwnAccount: own !== undefined,
      };
    });
  }
}

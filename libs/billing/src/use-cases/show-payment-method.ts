import type { TenantId } from '#lib/kernel';
import { Database } from '#platform/database';
import { Injectable } from '@nestjs/common';
import type { Collector } from '../domain/debit/debit-request.js';
import { BankProfiles } from '../store/bank-profiles.store.js';
import { Mandates, activeAmong } from '../store/mandates.store.js';
import type { Mandate } from '../store/mandates.store.js';
import { CreditBalance } from '../credit-balance.js';

interface PaymentMethod {
  readonly method: 'direct-debit' | 'bank-transfer';
  /** The active one, or else the latest. */
  readonly mandate: Mandate | undefined;
  /** What was paid beyond what is owed. */
  readonly credit: number;
  /** Where to transfer to; undefined until the provider has set up its bank. */
  readonly transferTo: Collector | undefined;
}

/** How a tenant pays. @clause W6.1 */
@Injectable()
export class ShowPaymentMethod {
  constructor(
    private readonly database: Database,
    private readonly mandates: Mandates,
    private readonly profiles: BankProfiles,
    private readonly credit: CreditBalance,
  ) {}

  async execute(tenantId: TenantId): Promise<PaymentMethod> {
    const bank = await this.database.asSystem((tx) => this.profiles.first(tx));
    return this.database.inTenant(tenantId, async (tx) => {
      const mandates = await this.mandates.of(tx, tenantId);
      const active = activeAmong(mandates);
      return {
        method: active ? 'direct-debit' : 'bank-transfer',
        mandate: active ?? mandates[0],
        credit: await this.credit.of(tx, tenantId),
        transferTo: bank?.settings.collector,
      };
    });
  }
}

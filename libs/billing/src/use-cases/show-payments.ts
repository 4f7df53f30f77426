import { Tenants } from '#lib/accounts';
import { Clock, jstDate } from '#lib/kernel';
import type { TenantId, Yen } from '#lib/kernel';
import { Database } from '#platform/database';
import { Injectable } from '@nestjs/common';
import { CreditBalance } from '../credit-balance.js';
import { duesOf } from '../domain/dunning/dues.js';
import type { Dues } from '../domain/dunning/dues.js';
import { Receivables } from '../receivables.js';
import type { Receivable } from '../receivables.js';
import { Receipts } from '../store/receipts.store.js';
import type { PastReceipt } from '../store/receipts.store.js';

export interface Payments extends Dues {
  readonly credit: Yen;
  /** Paid back, and then reversed by the bank: owed on no invoice. */
  readonly owedBack: Yen;
  /** What is owed, the first to fall due first. */
  readonly open: readonly Receivable[];
  /** What came in, newest first, the last hundred. */
  readonly receipts: readonly PastReceipt[];
}

/** What a tenant owes, what it paid, and what of that is left. @clause W6.1, W7.1 */
@Injectable()
export class ShowPayments {
  constructor(
    private readonly database: Database,
    private readonly tenants: Tenants,
    private readonly receivables: Receivables,
    private readonly receipts: Receipts,
    private readonly credit: CreditBalance,
    private readonly clock: Clock,
  ) {}

  /** @throws BusinessError accounts.tenant-not-found */
  execute(tenantId: TenantId): Promise<Payments> {
    return this.database.inTenant(tenantId, async (tx) => {
      await this.tenants.get(tx, tenantId);
      const open = await this.receivables.of(tx, tenantId);
      const debts = open.map(({ invoice, ...debt }) => ({ ...debt, state: invoice.state }));
      return {
        ...duesOf(debts, jstDate(this.clock.now())),
        open,
        ...(await this.credit.shown(tx, tenantId)),
        receipts: await this.receipts.history(tx, tenantId, 100),
      };
    });
  }
}

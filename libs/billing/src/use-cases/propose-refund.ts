import { AuditTrail, Tenants } from '#lib/accounts';
import type { Actor } from '#lib/accounts';
import { Clock, newId } from '#lib/kernel';
import type { TenantId, Yen } from '#lib/kernel';
import { Database } from '#platform/database';
import type { Tx } from '#platform/database';
import { Injectable } from '@nestjs/common';
import { accountRefusal } from '../account-refusal.js';
import { CreditBalance } from '../credit-balance.js';
import { proposingOperator } from '../deciding-operator.js';
import { accountProblems } from '../domain/banks/holder-account.js';
import type { HolderAccount } from '../domain/banks/holder-account.js';
import { Mandates, activeAmong } from '../store/mandates.store.js';
import { Receipts } from '../store/receipts.store.js';
import { Refunds } from '../store/refunds.store.js';
import { paymentsErrors } from '../payments.errors.js';

interface RefundProposal {
  readonly tenantId: TenantId;
  /** Above zero, at most the tenant's credit. */
  readonly amount: Yen;
  readonly reason: string;
  /** Where to; the active mandate's account when absent. */
  readonly account?: HolderAccount | undefined;
  readonly actor: Actor;
}

/** One person proposes to pay credit back; it is set aside for that at once. Gives the id. @clause W4.7 */
@Injectable()
export class ProposeRefund {
  constructor(
    private readonly database: Database,
    private readonly tenants: Tenants,
    private readonly credit: CreditBalance,
    private readonly receipts: Receipts,
    private readonly mandates: Mandates,
    private readonly refunds: Refunds,
    private readonly audit: AuditTrail,
    private readonly clock: Clock,
  ) {}

  /** @throws BusinessError payments.refund-too-large, payments.no-refund-account, payments.account-* */
  async execute({ tenantId, amount, reason, account, actor }: RefundProposal): Promise<string> {
    const by = proposingOperator(actor);
    const refusal = account && accountRefusal(accountProblems(account), 'account');
    if (refusal) throw refusal;
    const at = this.clock.now();
    const id = newId(at);
    await this.database.inTenant(tenantId, async (tx) => {
      await this.tenants.get(tx, tenantId);
      await this.receipts.lock(tx, tenantId);
      const credit = await this.credit.of(tx, tenantId);
      if (amount > credit)
        throw paymentsErrors.refundTooLarge({ field: 'amountYen', params: { credit } });
      const to = account ?? (await this.mandateAccount(tx, tenantId));
      await this.refunds.propose(tx, tenantId, { id, amount, reason, account: to, at, by });
      await this.audit.record(tx, {
        tenantId,
        actor,
        action: 'refund.proposed',
        subject: { kind: 'refund', id },
        details: { amount, reason },
      });
    });
    return id;
  }

  private async mandateAccount(tx: Tx, tenantId: TenantId): Promise<HolderAccount> {
    const mandate = activeAmong(await this.mandates.of(tx, tenantId));
    if (!mandate) throw paymentsErrors.noRefundAccount({ field: 'account' });
    return this.mandates.account(tx, tenantId, mandate.id);
  }
}

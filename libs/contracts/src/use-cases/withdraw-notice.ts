import { AuditTrail } from '#lib/accounts';
import type { Actor } from '#lib/accounts';
import { Clock } from '#lib/kernel';
import type { TenantId } from '#lib/kernel';
import { Database } from '#platform/database';
import type { Tx } from '#platform/database';
import { Injectable } from '@nestjs/common';
import { contractsErrors } from '../contracts.errors.js';
import type { Contract } from '../domain/contract.js';
import { withdrawalRefusal } from '../domain/governing-notice.js';
import { ContractsStore } from '../store/contracts.store.js';
import { EndNoticesStore } from '../store/end-notices.store.js';
import type { EndNotice } from '../store/end-notices.store.js';
import { FixEnd } from './fix-end.js';

interface Withdrawal {
  readonly tenantId: TenantId;
  readonly noticeId: string;
  readonly actor: Actor;
}

/** Takes a notice back, which both parties must want: the tenant asks, the operator agrees. @decision D-20 */
@Injectable()
export class WithdrawNotice {
  constructor(
    private readonly database: Database,
    private readonly contracts: ContractsStore,
    private readonly notices: EndNoticesStore,
    private readonly fixEnd: FixEnd,
    private readonly audit: AuditTrail,
    private readonly clock: Clock,
  ) {}

  /** The tenant's side. @throws BusinessError contracts.notice-not-found, contracts.withdrawal-refused */
  ask(wish: Withdrawal): Promise<void> {
    return this.onNotice(wish, 'asked', async (tx, contract, notice) => {
      const now = this.clock.now();
      this.refuseWhere(contract, { ...notice, withdrawalAskedAt: now }, true);
      await this.notices.askForWithdrawal(tx, wish.tenantId, notice.id, now);
    });
  }

  /** The operator's side, after the tenant has asked. @throws BusinessError contracts.notice-not-found, contracts.withdrawal-refused */
  agree(wish: Withdrawal): Promise<void> {
    return this.onNotice(wish, 'agreed', async (tx, contract, notice) => {
      this.refuseWhere(contract, notice, true);
      await this.notices.withdraw(tx, wish.tenantId, notice.id, this.clock.now());
      await this.fixEnd.within(tx, wish.tenantId, contract, wish.actor);
    });
  }

  /** One that has fixed no end yet can be taken back just as well. */
  private refuseWhere({ endDate }: Contract, notice: EndNotice, consents: boolean): void {
    const senderAsks = notice.withdrawalAskedAt !== null;
    const wish = { senderAsks, otherPartyConsents: consents, endDate };
    const refused = withdrawalRefusal(wish, this.clock.now());
    if (refused) throw contractsErrors.withdrawalRefused({ params: { refused } });
  }

  private onNotice(
    { tenantId, noticeId, actor }: Withdrawal,
    step: 'asked' | 'agreed',
    work: (tx: Tx, contract: Contract, notice: EndNotice) => Promise<void>,
  ): Promise<void> {
    return this.database.inTenant(tenantId, async (tx) => {
      const contract = await this.contracts.current(tx, tenantId);
      if (!contract) throw contractsErrors.noticeNotFound();
      const held = await this.contracts.hold(tx, tenantId);
      const notices = await this.notices.of(tx, tenantId, held.id);
      const notice = notices.find(({ id, withdrawnAt }) => id === noticeId && !withdrawnAt);
      if (!notice) throw contractsErrors.noticeNotFound();
      await work(tx, held, notice);
      await this.audit.record(tx, {
        tenantId,
        actor,
        action: `contract.notice-withdrawal-${step}`,
        subject: { kind: 'end-notice', id: noticeId },
      });
    });
  }
}

import { AuditTrail } from '#lib/accounts';
import type { Actor } from '#lib/accounts';
import { Clock, newId } from '#lib/kernel';
import type { TenantId, YearMonth } from '#lib/kernel';
import { Database } from '#platform/database';
import type { Tx } from '#platform/database';
import { Injectable } from '@nestjs/common';
import { contractsErrors } from '../contracts.errors.js';
import { operatorTerminationV2 } from '../notices/operator-termination.v2.js';
import { ContractsStore } from '../store/contracts.store.js';
import { EndNoticesStore } from '../store/end-notices.store.js';
import { FixEnd } from './fix-end.js';
import { TellTenant, channelTo } from './tell-tenant.js';

interface TenantNotice {
  readonly tenantId: TenantId;
  readonly channel: 'web' | 'mail' | 'paper';
  readonly arrivedAt: Date;
  /** 最後に利用する月, if the tenant wants to go on for longer than it must. @decision D-07 */
  readonly lastMonthOfUse: YearMonth | null;
  readonly reason: string | null;
  readonly mailId?: string | null;
  readonly actor: Actor;
}

const stages = ['start-notified', 'active', 'suspended'];

/** Notices of termination of either party. Each is kept, and has its effect from its arrival on. @clause W5.3, W15.1 */
@Injectable()
export class GiveNotice {
  constructor(
    private readonly database: Database,
    private readonly contracts: ContractsStore,
    private readonly notices: EndNoticesStore,
    private readonly fixEnd: FixEnd,
    private readonly tell: TellTenant,
    private readonly audit: AuditTrail,
    private readonly clock: Clock,
  ) {}

  /** A tenant's notice, with its arrival. Gives its id. @throws BusinessError contracts.not-found, contracts.impossible, contracts.in-future */
  byTenant(notice: TenantNotice): Promise<string> {
    return this.database.inTenant(notice.tenantId, (tx) => this.byTenantWithin(tx, notice));
  }

  async byTenantWithin(tx: Tx, notice: TenantNotice): Promise<string> {
    const { tenantId, channel, arrivedAt, lastMonthOfUse, reason, mailId = null, actor } = notice;
    const recordedAt = this.clock.now();
    if (arrivedAt > recordedAt) throw contractsErrors.inFuture({ field: 'arrivedOn' });
    const contract = await this.contracts.hold(tx, tenantId);
    const { stage } = contract;
    if (!stages.includes(stage)) throw contractsErrors.impossible({ params: { stage } });
    const id = newId(recordedAt);
    const kept = { id, contractId: contract.id, from: 'tenant', channel, recordedAt } as const;
    await this.notices.insert(tx, tenantId, {
      ...kept,
      arrivedAt,
      lastMonthOfUse,
      reason,
      mailId,
      postedNoticeId: null,
    });
    await this.record(tx, tenantId, id, actor);
    await this.fixEnd.within(tx, tenantId, contract, actor);
    return id;
  }

  /** The operator's, which has its effect only when it reaches the tenant. Gives its id. @throws as byTenant */
  byOperator(notice: { tenantId: TenantId; reason: string; actor: Actor }): Promise<string> {
    const { tenantId, reason, actor } = notice;
    return this.database.inTenant(tenantId, async (tx) => {
      const contract = await this.contracts.hold(tx, tenantId);
      const { stage, billTo, rules } = contract;
      if (!stages.includes(stage)) throw contractsErrors.impossible({ params: { stage } });
      const recordedAt = this.clock.now();
      const id = newId(recordedAt);
      const values = {
        name: billTo.name,
        reason,
        renewalMonths: rules.rules.renewalMonths,
      };
      const postedNoticeId = await this.tell.within(
        tx,
        tenantId,
        operatorTerminationV2,
        () => values,
      );
      await this.notices.insert(tx, tenantId, {
        id,
        contractId: contract.id,
        from: 'operator',
        channel: channelTo(billTo),
        recordedAt,
        arrivedAt: null,
        lastMonthOfUse: null,
        reason,
        postedNoticeId,
        mailId: null,
      });
      await this.record(tx, tenantId, id, actor);
      return id;
    });
  }

  private record(tx: Tx, tenantId: TenantId, id: string, actor: Actor): Promise<void> {
    const subject = { kind: 'end-notice', id };
    return this.audit.record(tx, { tenantId, actor, action: 'contract.notice-given', subject });
  }
}

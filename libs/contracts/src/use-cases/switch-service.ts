import type { Actor } from '#lib/accounts';
import { Clock } from '#lib/kernel';
import type { TenantId } from '#lib/kernel';
import { Database } from '#platform/database';
import type { Tx } from '#platform/database';
import { Injectable } from '@nestjs/common';
import type { ContractNeed } from '../domain/lifecycle-moves.js';
import { lastResumableDay, obstaclesToResume } from '../domain/resumption.js';
import type { ResumptionObstacle } from '../domain/resumption.js';
import { maySuspendFrom } from '../domain/suspension.js';
import { serviceResumedV1 } from '../notices/service-resumed.v1.js';
import { serviceSuspendedV2 } from '../notices/service-suspended.v2.js';
import { ContractsStore } from '../store/contracts.store.js';
import { DuesStore } from '../store/dues.store.js';
import type { Dues } from '../store/dues.store.js';
import { SuspensionsStore } from '../store/suspensions.store.js';
import { MoveContract } from './move-contract.js';
import { TellTenant } from './tell-tenant.js';

interface Switch {
  readonly tenantId: TenantId;
  readonly event: 'suspend' | 'resume';
  readonly actor: Actor;
  /** For the history; seen by operators and by the tenant. */
  readonly reason: string;
}

/** Suspends a tenant that does not pay, or resumes one that has: an operator's decision, which the tenant is told. @clause W13.2 */
@Injectable()
export class SwitchService {
  constructor(
    private readonly database: Database,
    private readonly contracts: ContractsStore,
    private readonly dues: DuesStore,
    private readonly suspensions: SuspensionsStore,
    private readonly move: MoveContract,
    private readonly tell: TellTenant,
    private readonly clock: Clock,
  ) {}

  /** @throws BusinessError contracts.not-found, contracts.impossible, contracts.unmet */
  execute(wish: Switch): Promise<void> {
    return this.database.inTenant(wish.tenantId, (tx) => this.within(tx, wish));
  }

  async within(tx: Tx, { tenantId, event, actor, reason }: Switch): Promise<void> {
    const contract = await this.contracts.hold(tx, tenantId);
    const dues = await this.dues.of(tx, tenantId);
    const met =
      event === 'suspend'
        ? this.overdue(dues)
        : resumable(dues, await this.requestedAt(tx, tenantId, contract.id));
    await this.move.within(tx, tenantId, contract, { event: { kind: event }, met, actor, reason });
    if (event === 'resume') await this.tell.within(tx, tenantId, serviceResumedV1, () => null);
    else {
      const resumableUntil = dues?.unpaidSince ? lastResumableDay(dues.unpaidSince) : null;
      await this.tell.within(tx, tenantId, serviceSuspendedV2, () => ({ reason, resumableUntil }));
    }
  }

  private overdue(dues: Dues | undefined): ContractNeed[] {
    const isOverdue =
      dues && dues.dueYen > 0 && dues.oldestDueDate
        ? this.clock.now() >= maySuspendFrom(dues.oldestDueDate)
        : false;
    return isOverdue ? ['invoice-overdue'] : [];
  }

  private async requestedAt(tx: Tx, tenantId: TenantId, contractId: string): Promise<Date | null> {
    const suspensions = await this.suspensions.of(tx, tenantId, contractId);
    return suspensions.find(({ until }) => until === null)?.resumptionAskedAt ?? null;
  }
}

const needOf: Readonly<Record<ResumptionObstacle, ContractNeed>> = {
  'not-asked-for': 'resumption-asked-for',
  'balance-unsettled': 'balance-settled',
  'unpaid-too-long': 'within-unpaid-period',
  'not-approved': 'operator-approves',
};

/** The conditions of a resumption that hold; the operator who decides approves by deciding. */
const resumable = (dues: Dues | undefined, requestedAt: Date | null): ContractNeed[] => {
  const obstacles = dues?.unpaidSince
    ? obstaclesToResume({
        oldestUnpaidDue: dues.unpaidSince,
        balance: dues.dueYen,
        settledAt: dues.settledAt,
        requestedAt,
        operatorApproves: true,
      })
    : requestedAt
      ? []
      : (['not-asked-for'] as const);
  const missing = obstacles.map((obstacle) => needOf[obstacle]);
  return Object.values(needOf).filter((need) => !missing.includes(need));
};

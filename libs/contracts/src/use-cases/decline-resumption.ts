import { AuditTrail } from '#lib/accounts';
import type { Actor } from '#lib/accounts';
import { Clock } from '#lib/kernel';
import type { TenantId } from '#lib/kernel';
import { Database } from '#platform/database';
import { Injectable } from '@nestjs/common';
import { contractsErrors } from '../contracts.errors.js';
import { resumptionDeclinedV1 } from '../notices/resumption-declined.v1.js';
import { ContractsStore } from '../store/contracts.store.js';
import { HistoryStore } from '../store/history.store.js';
import { SuspensionsStore } from '../store/suspensions.store.js';
import { TellTenant } from './tell-tenant.js';

interface Refusal {
  readonly tenantId: TenantId;
  /** Told to the tenant. */
  readonly reason: string;
  readonly actor: Actor;
}

/** The operator does not grant a resumption that was asked for: service stays suspended, and the tenant is told why. @clause W13.2 */
@Injectable()
export class DeclineResumption {
  constructor(
    private readonly database: Database,
    private readonly contracts: ContractsStore,
    private readonly suspensions: SuspensionsStore,
    private readonly history: HistoryStore,
    private readonly tell: TellTenant,
    private readonly audit: AuditTrail,
    private readonly clock: Clock,
  ) {}

  /** @throws BusinessError contracts.not-found, contracts.resumption-not-asked */
  execute({ tenantId, reason, actor }: Refusal): Promise<void> {
    return this.database.inTenant(tenantId, async (tx) => {
      const { id, stage } = await this.contracts.hold(tx, tenantId);
      if (!(await this.suspensions.declineResumption(tx, tenantId, id)))
        throw contractsErrors.resumptionNotAsked();
      const at = this.clock.now();
      const event = 'resumption-declined';
      await this.history.add(tx, tenantId, id, { stage, event, at, actor, reason });
      await this.tell.within(tx, tenantId, resumptionDeclinedV1, () => ({ reason }));
      await this.audit.record(tx, {
        tenantId,
        actor,
        action: 'contract.resumption-declined',
        subject: { kind: 'contract', id },
      });
    });
  }
}

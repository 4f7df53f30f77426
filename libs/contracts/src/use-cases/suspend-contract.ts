import { AuditTrail } from '#lib/accounts';
import type { Actor } from '#lib/accounts';
import { Clock } from '#lib/kernel';
import type { TenantId } from '#lib/kernel';
import { Database } from '#platform/database';
import { Outbox } from '#platform/queue';
import { Injectable } from '@nestjs/common';
import { contractsErrors } from '../contracts.errors.js';
import { contractSuspended } from '../contracts.facts.js';
import { ContractsStore } from '../store/contracts.store.js';

interface Suspension {
  readonly tenantId: TenantId;
  readonly actor: Actor;
  /** For the history; seen by operators and by the tenant. */
  readonly reason: string;
}

/** Holds sending and closes the sign-up forms; unsubscribing keeps working. */
@Injectable()
export class SuspendContract {
  constructor(
    private readonly database: Database,
    private readonly contracts: ContractsStore,
    private readonly outbox: Outbox,
    private readonly audit: AuditTrail,
    private readonly clock: Clock,
  ) {}

  /** @throws BusinessError contracts.not-found, contracts.not-active */
  async execute({ tenantId, actor, reason }: Suspension): Promise<void> {
    await this.database.inTenant(tenantId, async (tx) => {
      const contract = await this.contracts.current(tx, tenantId);
      if (!contract) throw contractsErrors.notFound();
      const { id } = contract;
      if (!(await this.contracts.move(tx, tenantId, id, 'active', 'suspended')))
        throw contractsErrors.notActive();
      const at = this.clock.now();
      await this.contracts.remember(tx, tenantId, id, { status: 'suspended', at, actor, reason });
      await this.outbox.tell(tx, contractSuspended, { tenantId });
      await this.audit.record(tx, {
        tenantId,
        actor,
        action: 'contract.suspended',
        subject: { kind: 'contract', id },
        details: { reason },
      });
    });
  }
}

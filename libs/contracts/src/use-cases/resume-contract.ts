import { AuditTrail } from '#lib/accounts';
import type { Actor } from '#lib/accounts';
import { Clock } from '#lib/kernel';
import type { TenantId } from '#lib/kernel';
import { Database } from '#platform/database';
import { Outbox } from '#platform/queue';
import { Injectable } from '@nestjs/common';
import { contractsErrors } from '../contracts.errors.js';
import { contractResumed } from '../contracts.facts.js';
import { ContractsStore } from '../store/contracts.store.js';

interface Resumption {
  readonly tenantId: TenantId;
  readonly actor: Actor;
  /** For the history; seen by operators and by the tenant. */
  readonly reason: string;
}

/** Lets a suspended tenant send again. */
@Injectable()
export class ResumeContract {
  constructor(
    private readonly database: Database,
    private readonly contracts: ContractsStore,
    private readonly outbox: Outbox,
    private readonly audit: AuditTrail,
    private readonly clock: Clock,
  ) {}

  /** @throws BusinessError contracts.not-found, contracts.not-suspended */
  async execute({ tenantId, actor, reason }: Resumption): Promise<void> {
    await this.database.inTenant(tenantId, async (tx) => {
      const contract = await this.contracts.current(tx, tenantId);
      if (!contract) throw contractsErrors.notFound();
      const { id } = contract;
      if (!(await this.contracts.move(tx, tenantId, id, 'suspended', 'active')))
        throw contractsErrors.notSuspended();
      const at = this.clock.now();
      await this.contracts.remember(tx, tenantId, id, { status: 'active', at, actor, reason });
      await this.outbox.tell(tx, contractResumed, { tenantId });
      await this.audit.record(tx, {
        tenantId,
        actor,
        action: 'contract.resumed',
        subject: { kind: 'contract', id },
        details: { reason },
      });
    });
  }
}

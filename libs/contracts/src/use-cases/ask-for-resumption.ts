import { AuditTrail } from '#lib/accounts';
import type { Actor } from '#lib/accounts';
import { Clock } from '#lib/kernel';
import type { TenantId } from '#lib/kernel';
import { Database } from '#platform/database';
import { Injectable } from '@nestjs/common';
import { contractsErrors } from '../contracts.errors.js';
import { isBeyondResumption } from '../domain/resumption.js';
import { ContractsStore } from '../store/contracts.store.js';
import { DuesStore } from '../store/dues.store.js';
import { SuspensionsStore } from '../store/suspensions.store.js';

/** A suspended tenant asks to be served again; its first asking counts, until it is declined. @clause W13.2 */
@Injectable()
export class AskForResumption {
  constructor(
    private readonly database: Database,
    private readonly contracts: ContractsStore,
    private readonly dues: DuesStore,
    private readonly suspensions: SuspensionsStore,
    private readonly audit: AuditTrail,
    private readonly clock: Clock,
  ) {}

  /** @throws BusinessError contracts.not-found, contracts.impossible unless suspended, contracts.resumption-too-late */
  async execute({ tenantId, actor }: { tenantId: TenantId; actor: Actor }): Promise<void> {
    await this.database.inTenant(tenantId, async (tx) => {
      const { id, stage } = await this.contracts.hold(tx, tenantId);
      if (stage !== 'suspended') throw contractsErrors.impossible({ params: { stage } });
      const now = this.clock.now();
      const unpaidSince = (await this.dues.of(tx, tenantId))?.unpaidSince;
      if (unpaidSince && isBeyondResumption(unpaidSince, now))
        throw contractsErrors.resumptionTooLate();
      await this.suspensions.askForResumption(tx, tenantId, id, now);
      await this.audit.record(tx, {
        tenantId,
        actor,
        action: 'contract.resumption-asked-for',
        subject: { kind: 'contract', id },
      });
    });
  }
}

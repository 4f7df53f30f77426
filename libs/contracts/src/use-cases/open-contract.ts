import { AuditTrail, Tenants } from '#lib/accounts';
import type { Actor } from '#lib/accounts';
import { Clock, newId } from '#lib/kernel';
import type { PlainDate, TenantId } from '#lib/kernel';
import { Database } from '#platform/database';
import { Injectable } from '@nestjs/common';
import { ContractsStore } from '../store/contracts.store.js';

interface NewContract {
  readonly tenantId: TenantId;
  /** 利用開始日: the service is open from 00:00 of that day in Japan. */
  readonly serviceStartDate: PlainDate;
  readonly actor?: Actor;
}

/** Puts a contract in force for a tenant that has none. Gives its id. */
@Injectable()
export class OpenContract {
  constructor(
    private readonly database: Database,
    private readonly tenants: Tenants,
    private readonly contracts: ContractsStore,
    private readonly audit: AuditTrail,
    private readonly clock: Clock,
  ) {}

  /** @throws BusinessError contracts.already-open, accounts.tenant-not-found */
  async execute(contract: NewContract): Promise<string> {
    const { tenantId, actor = { kind: 'system' } } = contract;
    const serviceStartDate = contract.serviceStartDate.toString();
    const at = this.clock.now();
    const id = newId(at);
    await this.database.inTenant(tenantId, async (tx) => {
      await this.tenants.get(tx, tenantId);
      const status = 'active';
      await this.contracts.insert(tx, tenantId, { id, status, serviceStartDate });
      await this.contracts.remember(tx, tenantId, id, { status, at, actor, reason: null });
      await this.audit.record(tx, {
        tenantId,
        actor,
        action: 'contract.opened',
        subject: { kind: 'contract', id },
        details: { serviceStartDate },
      });
    });
    return id;
  }
}

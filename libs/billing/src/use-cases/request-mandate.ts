import { AuditTrail, Tenants } from '#lib/accounts';
import type { Actor } from '#lib/accounts';
import { Clock, newId } from '#lib/kernel';
import type { TenantId } from '#lib/kernel';
import { Database } from '#platform/database';
import { Injectable } from '@nestjs/common';
import { Mandates } from '../store/mandates.store.js';

/** A tenant asks for the form of a mandate, to pay by direct debit from then on. Gives its id. @clause W6.1 */
@Injectable()
export class RequestMandate {
  constructor(
    private readonly database: Database,
    private readonly tenants: Tenants,
    private readonly mandates: Mandates,
    private readonly audit: AuditTrail,
    private readonly clock: Clock,
  ) {}

  /** @throws BusinessError payments.mandate-pending, accounts.tenant-not-found */
  async execute({ tenantId, actor }: { tenantId: TenantId; actor: Actor }): Promise<string> {
    const at = this.clock.now();
    const id = newId(at);
    await this.database.inTenant(tenantId, async (tx) => {
      await this.tenants.get(tx, tenantId);
      await this.mandates.request(tx, tenantId, id, at);
      await this.audit.record(tx, {
        tenantId,
        actor,
        action: 'mandate.requested',
        subject: { kind: 'mandate', id },
      });
    });
    return id;
  }
}

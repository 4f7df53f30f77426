import { AuditTrail, Tenants } from '#lib/accounts';
import type { Actor } from '#lib/accounts';
import type { TenantId } from '#lib/kernel';
import { Database } from '#platform/database';
import { Injectable } from '@nestjs/common';
import { Payers } from '../store/payers.store.js';
import type { PayerIdentity } from '../store/payers.store.js';

/** Says by which codes and names a tenant's transfers are known. @clause W4.1 */
@Injectable()
export class SetPayerIdentity {
  constructor(
    private readonly database: Database,
    private readonly tenants: Tenants,
    private readonly payers: Payers,
    private readonly audit: AuditTrail,
  ) {}

  /** @throws BusinessError payments.payer-code-taken, accounts.tenant-not-found */
  async execute(tenantId: TenantId, identity: PayerIdentity, actor: Actor): Promise<void> {
    await this.database.inTenant(tenantId, async (tx) => {
      await this.tenants.get(tx, tenantId);
      await this.payers.save(tx, tenantId, identity);
      await this.audit.record(tx, {
        tenantId,
        actor,
        action: 'payer-identity.set',
        subject: { kind: 'tenant', id: tenantId },
        details: { codes: identity.codes.length, names: identity.names.length },
      });
    });
  }
}

import { AuditTrail, Tenants } from '#lib/accounts';
import type { Actor } from '#lib/accounts';
import type { TenantId } from '#lib/kernel';
import { Database } from '#platform/database';
import { Injectable } from '@nestjs/common';
import { TransferAccounts } from '../store/transfer-accounts.store.js';

/** From now on the tenant pays to the provider's account again; what still comes to its own stays its payment. @clause W4.1 */
@Injectable()
export class WithdrawTransferAccount {
  constructor(
    private readonly database: Database,
    private readonly tenants: Tenants,
    private readonly accounts: TransferAccounts,
    private readonly audit: AuditTrail,
  ) {}

  /** Does nothing where there is none. @throws BusinessError accounts.tenant-not-found */
  async execute(tenantId: TenantId, actor: Actor): Promise<void> {
    await this.database.asSystem(async (tx) => {
      await this.tenants.get(tx, tenantId);
      if (!(await this.accounts.withdraw(tx, tenantId))) return;
      await this.audit.record(tx, {
        tenantId,
        actor,
        action: 'transfer-account.withdrawn',
        subject: { kind: 'tenant', id: tenantId },
        details: {},
      });
    });
  }
}

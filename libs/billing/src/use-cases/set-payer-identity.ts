import { AuditTrail, Tenants } from '#lib/accounts';
import type { Actor } from '#lib/accounts';
import type { TenantId } from '#lib/kernel';
import { Database } from '#platform/database';
import { Injectable } from '@nestjs/common';
import { payerCodeKey } from '../domain/transfer/payer-key.js';
import { Payers } from '../store/payers.store.js';
import type { PayerIdentity } from '../store/payers.store.js';
import { paymentsErrors } from '../payments.errors.js';

/** Says by which codes and names a tenant's transfers are known. @clause W4.1 */
@Injectable()
export class SetPayerIdentity {
  constructor(
    private readonly database: Database,
    private readonly tenants: Tenants,
    private readonly payers: Payers,
    private readonly audit: AuditTrail,
  ) {}

  /** @throws BusinessError payments.account-not-digits, payments.payer-code-taken, accounts.tenant-not-found */
  async execute(tenantId: TenantId, given: PayerIdentity, actor: Actor): Promise<void> {
    const identity = { ...given, codes: given.codes.map(codeIn) };
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

/** Branch and number of a virtual account may be apart, and zeros in front left out. */
const codeIn = (written: string): string => {
  const code = written.normalize('NFKC').replace(/[\s-]/g, '');
  if (!/^\d{1,10}$/.test(code)) throw paymentsErrors.notDigits({ field: 'codes' });
  return payerCodeKey(code);
};

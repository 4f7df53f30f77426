import { Clock } from '#lib/kernel';
import type { TenantId } from '#lib/kernel';
import { Database } from '#platform/database';
import { Injectable } from '@nestjs/common';
import { accountsErrors } from '../accounts.errors.js';
import { AuditTrail } from '../audit-trail.js';
import type { Actor } from '../domain/actor.js';
import { ApiKeysStore } from '../store/api-keys.store.js';

interface Revocation {
  readonly tenantId: TenantId;
  readonly keyId: string;
  readonly actor: Actor;
}

/** Makes a key useless from the next request on; it stays in the list. */
@Injectable()
export class RevokeApiKey {
  constructor(
    private readonly database: Database,
    private readonly keys: ApiKeysStore,
    private readonly audit: AuditTrail,
    private readonly clock: Clock,
  ) {}

  /** @throws BusinessError accounts.api-key-not-found */
  async execute({ tenantId, keyId, actor }: Revocation): Promise<void> {
    await this.database.inTenant(tenantId, async (tx) => {
      if (!(await this.keys.revoke(tx, tenantId, keyId, this.clock.now())))
        throw accountsErrors.keyNotFound();
      await this.audit.record(tx, {
        tenantId,
        actor,
        action: 'api-key.revoked',
        subject: { kind: 'api-key', id: keyId },
      });
    });
  }
}

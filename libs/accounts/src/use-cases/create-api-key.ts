import { Clock, newId, randomToken } from '#lib/kernel';
import type { TenantId } from '#lib/kernel';
import { Database } from '#platform/database';
import { hashToken } from '#platform/secrets';
import { Injectable } from '@nestjs/common';
import { accountsErrors } from '../accounts.errors.js';
import { AuditTrail } from '../audit-trail.js';
import type { Actor } from '../domain/actor.js';
import { ApiKeysStore } from '../store/api-keys.store.js';

interface NewApiKey {
  readonly tenantId: TenantId;
  readonly name: string;
  /** Some of `keyScopes`. */
  readonly scopes: readonly string[];
  /** Null for a key that works until it is revoked. */
  readonly expiresAt: Date | null;
  readonly actor: Actor;
}

/** Makes a key for a program. Its secret is given once, here, and kept as a hash. */
@Injectable()
export class CreateApiKey {
  constructor(
    private readonly database: Database,
    private readonly keys: ApiKeysStore,
    private readonly audit: AuditTrail,
    private readonly clock: Clock,
  ) {}

  /** @throws BusinessError accounts.expiry-in-past */
  async execute(input: NewApiKey): Promise<{ id: string; secret: string }> {
    const { tenantId, name, scopes, expiresAt, actor } = input;
    const createdAt = this.clock.now();
    if (expiresAt && expiresAt <= createdAt)
      throw accountsErrors.expiryInPast({ field: 'expiresAt' });
    const secret = `hk_${randomToken()}`;
    const key = {
      tenantId,
      id: newId(createdAt),
      name,
      prefix: secret.slice(0, 9),
      secretHash: hashToken(secret),
      scopes: [...new Set(scopes)],
      createdAt,
      expiresAt,
      lastUsedAt: null,
      revokedAt: null,
    };
    await this.database.inTenant(tenantId, async (tx) => {
      await this.keys.insert(tx, key);
      await this.audit.record(tx, {
        tenantId,
        actor,
        action: 'api-key.created',
        subject: { kind: 'api-key', id: key.id },
        details: { name, scopes: key.scopes.join(' ') },
      });
    });
    return { id: key.id, secret };
  }
}

import type { TenantId } from '#lib/kernel';
import type { Tx } from '#platform/database';
import { Injectable } from '@nestjs/common';
import { ApiKeyRow } from './api-key.row.js';

interface UsableKey {
  readonly tenantId: TenantId;
  readonly id: string;
  readonly scopes: readonly string[];
  readonly lastUsedAt: Date | null;
}

@Injectable()
export class ApiKeysStore {
  async insert(tx: Tx, key: ApiKeyRow): Promise<void> {
    await tx.rows(ApiKeyRow).insert(key);
  }

  /** The newest first, revoked ones among them. */
  list(tx: Tx, tenantId: TenantId): Promise<ApiKeyRow[]> {
    return tx
      .rows(ApiKeyRow)
      .find({ where: { tenantId }, order: { createdAt: 'DESC', id: 'DESC' } });
  }

  /** The key with that secret, unless revoked, expired or frozen, whoever's it is. */
  async usable(tx: Tx, secretHash: Buffer, now: Date): Promise<UsableKey | undefined> {
    const [key] = await tx.query<UsableKey>(
      `SELECT tenant_id AS "tenantId", id, scopes, last_used_at AS "lastUsedAt" FROM api_keys k
       WHERE secret_hash = $1 AND revoked_at IS NULL AND (expires_at IS NULL OR expires_at > $2)
         AND NOT EXISTS (SELECT FROM leak_reports r WHERE r.tenant_id = k.tenant_id AND r.lifted_at IS NULL)`,
      [secretHash, now],
    );
    return key;
  }

  async noteUse(tx: Tx, tenantId: TenantId, id: string, at: Date): Promise<void> {
    await tx.rows(ApiKeyRow).update({ tenantId, id }, { lastUsedAt: at });
  }

  async revokeAll(tx: Tx, tenantId: TenantId, at: Date): Promise<void> {
    await tx.execute(
      'UPDATE api_keys SET revoked_at = $2 WHERE tenant_id = $1 AND revoked_at IS NULL',
      [tenantId, at],
    );
  }

  /** Gives whether there was such a key that was not revoked yet. */
  async revoke(tx: Tx, tenantId: TenantId, id: string, at: Date): Promise<boolean> {
    return (
      (await tx.execute(
        'UPDATE api_keys SET revoked_at = $3 WHERE tenant_id = $1 AND id = $2 AND revoked_at IS NULL',
        [tenantId, id, at],
      )) > 0
    );
  }
}

import type { TenantId } from '#lib/kernel';
import { isDuplicate } from '#platform/database';
import type { Tx } from '#platform/database';
import type { Position } from '#platform/http';
import { Injectable } from '@nestjs/common';
import { accountsErrors } from '../accounts.errors.js';
import { TenantRow } from './tenant.row.js';

@Injectable()
export class TenantsStore {
  async insert(tx: Tx, tenant: TenantRow): Promise<void> {
    await tx
      .rows(TenantRow)
      .insert(tenant)
      .catch((error: unknown) => {
        throw isDuplicate(error) ? accountsErrors.slugTaken({ field: 'slug' }) : error;
      });
  }

  async find(tx: Tx, tenantId: TenantId): Promise<TenantRow | undefined> {
    return (await tx.rows(TenantRow).findOneBy({ id: tenantId })) ?? undefined;
  }

  /** Nobody signs in for the tenant from then on, and no key of it opens anything. @clause W8.2 */
  async close(tx: Tx, tenantId: TenantId, at: Date): Promise<void> {
    await tx.execute('UPDATE tenants SET closed_at = coalesce(closed_at, $2) WHERE id = $1', [
      tenantId,
      at,
    ]);
    await tx.execute(
      'UPDATE api_keys SET revoked_at = $2 WHERE tenant_id = $1 AND revoked_at IS NULL',
      [tenantId, at],
    );
    await tx.execute('DELETE FROM sessions WHERE tenant_id = $1', [tenantId]);
    await tx.execute('DELETE FROM password_resets WHERE tenant_id = $1', [tenantId]);
    await tx.execute('DELETE FROM invitations WHERE tenant_id = $1', [tenantId]);
  }

  async bySlug(tx: Tx, slug: string): Promise<TenantRow | undefined> {
    return (await tx.rows(TenantRow).findOneBy({ slug })) ?? undefined;
  }

  async openIds(tx: Tx): Promise<TenantId[]> {
    const rows = await tx.query<{ id: TenantId }>('SELECT id FROM tenants WHERE closed_at IS NULL');
    return rows.map(({ id }) => id);
  }

  /** In order of the slug, from after `from`. */
  list(tx: Tx, limit: number, from?: Position): Promise<TenantRow[]> {
    return tx.query<TenantRow>(
      `SELECT id, slug, name, locale, created_at AS "createdAt", closed_at AS "closedAt" FROM tenants
       WHERE slug > $1 ORDER BY slug LIMIT $2`,
      [from?.sort ?? '', limit],
    );
  }
}

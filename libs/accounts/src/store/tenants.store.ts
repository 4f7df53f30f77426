import type { TenantId } from '#lib/kernel';
import { isDuplicate } from '#platform/database';
import type { Tx } from '#platform/database';
import type { Position } from '#platform/http';
import { Injectable } from '@nestjs/common';
import { accountsErrors } from '../accounts.errors.js';
import { TenantRow } from './tenant.row.js';

/** A tenant in the operators' list. */
export interface TenantLine extends TenantRow {
  readonly members: number;
  /** When somebody of it last used a session that is still kept. */
  readonly lastSeenAt: Date | null;
  readonly frozen: boolean;
}

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

  /**
   * In order of the slug, from after `from`, with figures for operators.
   * @param search a part of slug or name, or a whole id
   */
  list(tx: Tx, limit: number, from?: Position, search?: string): Promise<TenantLine[]> {
    return tx.query<TenantLine>(
      `SELECT t.id, t.slug, t.name, t.locale, t.created_at AS "createdAt", t.closed_at AS "closedAt",
         (SELECT count(*)::int FROM members m WHERE m.tenant_id = t.id) AS members,
         (SELECT max(s.seen_at) FROM sessions s WHERE s.tenant_id = t.id) AS "lastSeenAt",
         EXISTS (SELECT FROM leak_reports r WHERE r.tenant_id = t.id AND r.lifted_at IS NULL) AS frozen
       FROM tenants t
       WHERE t.slug > $1 AND ($3::text IS NULL OR t.id::text = $3
         OR strpos(lower(t.slug), lower($3)) > 0 OR strpos(lower(t.name), lower($3)) > 0)
       ORDER BY t.slug LIMIT $2`,
      [from?.sort ?? '', limit, search ?? null],
    );
  }
}

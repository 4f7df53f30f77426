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

  async bySlug(tx: Tx, slug: string): Promise<TenantRow | undefined> {
    return (await tx.rows(TenantRow).findOneBy({ slug })) ?? undefined;
  }

  /** In order of the slug, from after `from`. */
  list(tx: Tx, limit: number, from?: Position): Promise<TenantRow[]> {
    return tx.query<TenantRow>(
      `SELECT id, slug, name, locale, created_at AS "createdAt" FROM tenants
       WHERE slug > $1 ORDER BY slug LIMIT $2`,
      [from?.sort ?? '', limit],
    );
  }
}

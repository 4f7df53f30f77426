import type { Locale, TenantId } from '#lib/kernel';
import { Database } from '#platform/database';
import type { Tx } from '#platform/database';
import { Injectable } from '@nestjs/common';
import { accountsErrors } from './accounts.errors.js';
import { TenantsStore } from './store/tenants.store.js';

export interface Tenant {
  readonly id: TenantId;
  /** Its name in URLs. */
  readonly slug: string;
  readonly name: string;
  /** The language in which the tenant is written to, and its public pages open. */
  readonly locale: Locale;
}

/** Reads tenants, for every library. */
@Injectable()
export class Tenants {
  constructor(
    private readonly database: Database,
    private readonly store: TenantsStore,
  ) {}

  /** For public URLs, where nobody is signed in. */
  bySlug(slug: string): Promise<Tenant | undefined> {
    return this.database.asSystem(async (tx) => {
      const row = await this.store.bySlug(tx, slug);
      return row && tenantOfRow(row);
    });
  }

  /** @throws BusinessError accounts.tenant-not-found */
  async get(tx: Tx, tenantId: TenantId): Promise<Tenant> {
    const row = await this.store.find(tx, tenantId);
    if (!row) throw accountsErrors.tenantNotFound();
    return tenantOfRow(row);
  }

  /** All that are not closed, in no order; the transaction must be the system's. */
  open(tx: Tx): Promise<TenantId[]> {
    return this.store.openIds(tx);
  }
}

const tenantOfRow = ({ id, slug, name, locale }: Tenant): Tenant => ({ id, slug, name, locale });

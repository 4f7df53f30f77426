import type { TenantId } from '#lib/kernel';
import { Database } from '#platform/database';
import { Injectable } from '@nestjs/common';
import { MigrationListStore } from '../store/migration-list-store.js';
import type { MigrationList } from '../store/migration-list-store.js';
import { subscriberErrors } from '../subscribers.errors.js';

/** How far lists are: how many were asked, never who answered what. @clause D-13, W17.4 */
@Injectable()
export class ReadMigrationLists {
  constructor(
    private readonly database: Database,
    private readonly lists: MigrationListStore,
  ) {}

  /** @throws BusinessError subscribers.no-list */
  execute(tenantId: TenantId, listId: string): Promise<MigrationList> {
    return this.database.inTenant(tenantId, async (tx) => {
      const list = await this.lists.lock(tx, tenantId, listId);
      if (!list) throw subscriberErrors.noList();
      return list;
    });
  }

  list(tenantId: TenantId): Promise<MigrationList[]> {
    return this.database.inTenant(tenantId, (tx) => this.lists.list(tx, tenantId));
  }

  /** What operators have to decide. */
  declared(): Promise<MigrationList[]> {
    return this.database.asSystem((tx) => this.lists.declared(tx));
  }
}

import type { TenantId } from '#lib/kernel';
import { isId } from '#lib/kernel';
import { Database } from '#platform/database';
import { decodeCursor, httpErrors, pageOf } from '#platform/http';
import type { PageOf } from '#platform/http';
import { Injectable } from '@nestjs/common';
import { Removals } from '../store/removals.store.js';
import type { Removal } from '../store/removals.store.js';

/** Addresses removed after three failures, as masked lines, the newest first. @clause W17.4, W17.5 */
@Injectable()
export class ListRemovals {
  constructor(
    private readonly database: Database,
    private readonly removals: Removals,
  ) {}

  /** @throws BusinessError request.bad-cursor */
  async execute(
    tenantId: TenantId,
    { size, cursor }: { readonly size: number; readonly cursor?: string | undefined },
  ): Promise<PageOf<Removal>> {
    const after = cursor === undefined ? undefined : decodeCursor(cursor);
    if (after && !isId(after.id)) throw httpErrors.badCursor({ field: 'cursor' });
    const rows = await this.database.inTenant(tenantId, (tx) =>
      this.removals.page(tx, tenantId, size, after),
    );
    return pageOf(rows, size, ({ id, removedAt }) => ({ id, sort: removedAt.toISOString() }));
  }
}

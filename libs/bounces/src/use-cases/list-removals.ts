import type { TenantId } from '#lib/kernel';
import { isId } from '#lib/kernel';
import { Database } from '#platform/database';
import { decodeCursor, httpErrors, pageOf } from '#platform/http';
import type { PageOf } from '#platform/http';
import { Injectable } from '@nestjs/common';
import { domainOfLine, lineFor } from '../domain/masked-line.js';
import { BounceList } from '../store/bounce-list.store.js';
import { Removals } from '../store/removals.store.js';
import type { Removal } from '../store/removals.store.js';

/**
 * Addresses removed after three failures, as masked lines, the newest first; with the domain only where mail to many
 * people failed. @clause W17.4, W17.5
 */
@Injectable()
export class ListRemovals {
  constructor(
    private readonly database: Database,
    private readonly removals: Removals,
    private readonly bounces: BounceList,
  ) {}

  /** @throws BusinessError request.bad-cursor */
  async execute(
    tenantId: TenantId,
    { size, cursor }: { readonly size: number; readonly cursor?: string | undefined },
  ): Promise<PageOf<Removal>> {
    const after = cursor === undefined ? undefined : decodeCursor(cursor);
    if (after && !isId(after.id)) throw httpErrors.badCursor({ field: 'cursor' });
    const lines = await this.database.inTenant(tenantId, async (tx) => {
      const rows = await this.removals.page(tx, tenantId, size, after);
      const domains = rows.map(({ maskedLine }) => domainOfLine(maskedLine));
      const crowded = await this.bounces.crowded(tx, tenantId, domains);
      return rows.map(({ maskedLine, ...removal }) => ({
        ...removal,
        maskedLine: lineFor(maskedLine, crowded.has(domainOfLine(maskedLine))),
      }));
    });
    return pageOf(lines, size, ({ id, removedAt }) => ({ id, sort: removedAt.toISOString() }));
  }
}

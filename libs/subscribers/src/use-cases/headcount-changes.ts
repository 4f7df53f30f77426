import type { TenantId } from '#lib/kernel';
import type { Tx } from '#platform/database';
import { Injectable } from '@nestjs/common';
import { Ledger } from '../store/ledger.js';
import type { HeadcountChange } from '../store/ledger.js';

const pageSize = 20_000;

/** The ledger of billable addresses in the order of time, for whoever counts them. Numbers only. @clause W7.2 */
@Injectable()
export class HeadcountChanges {
  constructor(private readonly ledger: Ledger) {}

  /** The number right before an instant, whatever happens at it. */
  before(tx: Tx, tenantId: TenantId, at: Date): Promise<number> {
    return this.ledger.headcountBefore(tx, tenantId, at);
  }

  /** The changes in [from, until), those of one instant added up, oldest first; never more than a page in memory. */
  async *between(
    tx: Tx,
    tenantId: TenantId,
    from: Date,
    until: Date,
  ): AsyncGenerator<HeadcountChange> {
    for (let after: number | null = null; ;) {
      const page: HeadcountChange[] = await this.ledger.changes(
        tx,
        tenantId,
        { from, until, after },
        pageSize,
      );
      yield* page;
      after = page.at(-1)?.micros ?? null;
      if (page.length < pageSize) return;
    }
  }

  /** How many rows the ledgers of all tenants have; in the system's transaction. */
  rows(tx: Tx): Promise<number> {
    return this.ledger.rows(tx);
  }
}

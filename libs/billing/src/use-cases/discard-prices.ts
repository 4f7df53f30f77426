import { AuditTrail } from '#lib/accounts';
import type { Actor } from '#lib/accounts';
import { Database } from '#platform/database';
import { Injectable } from '@nestjs/common';
import { billingErrors } from '../billing.errors.js';
import { PriceTablesStore } from '../store/price-tables.store.js';

/** Throws a draft away; a mended one is drafted anew. */
@Injectable()
export class DiscardPrices {
  constructor(
    private readonly database: Database,
    private readonly tables: PriceTablesStore,
    private readonly audit: AuditTrail,
  ) {}

  /** @throws BusinessError billing.prices-not-found, also for a published one */
  async execute({ version, actor }: { version: number; actor: Actor }): Promise<void> {
    await this.database.asSystem(async (tx) => {
      if (!(await this.tables.discard(tx, version))) throw billingErrors.pricesNotFound();
      const subject = { kind: 'price-table', id: String(version) };
      await this.audit.record(tx, { tenantId: null, actor, action: 'prices.discarded', subject });
    });
  }
}

import { Database } from '#platform/database';
import { Injectable } from '@nestjs/common';
import { PriceTablesStore } from '../store/price-tables.store.js';
import type { KeptPrices } from '../store/price-tables.store.js';

/** All price tables, drafts too, newest version first. */
@Injectable()
export class ReadPrices {
  constructor(
    private readonly database: Database,
    private readonly tables: PriceTablesStore,
  ) {}

  execute(): Promise<KeptPrices[]> {
    return this.database.asSystem((tx) => this.tables.all(tx));
  }
}

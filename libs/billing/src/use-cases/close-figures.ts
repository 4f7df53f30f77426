import type { YearMonth } from '#lib/kernel';
import { HeadcountChanges } from '#lib/subscribers';
import { Database } from '#platform/database';
import { Injectable } from '@nestjs/common';
import { RunsStore } from '../store/runs.store.js';

/** What a run had to do with, for the note of whoever closes a month. */
@Injectable()
export class CloseFigures {
  constructor(
    private readonly database: Database,
    private readonly runs: RunsStore,
    private readonly ledger: HeadcountChanges,
  ) {}

  execute(month: YearMonth): Promise<{ tenants: number; ledgerRows: number; documents: number }> {
    return this.database.asSystem(async (tx) => {
      const [run] = await this.runs.progress(tx, month);
      const ledgerRows = await this.ledger.rows(tx);
      return { tenants: run?.tenants ?? 0, ledgerRows, documents: run?.invoiced ?? 0 };
    });
  }
}

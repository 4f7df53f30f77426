import { Database } from '#platform/database';
import { Injectable } from '@nestjs/common';
import { InvoiceCorrectionsStore } from '../store/invoice-corrections.store.js';
import type { CorrectionState, InvoiceCorrection } from '../store/invoice-corrections.store.js';

const most = 200;

/** Corrections of invoices of all tenants in a state, newest first. */
@Injectable()
export class ReadCorrections {
  constructor(
    private readonly database: Database,
    private readonly corrections: InvoiceCorrectionsStore,
  ) {}

  execute(state: CorrectionState): Promise<InvoiceCorrection[]> {
    return this.database.asSystem((tx) => this.corrections.inState(tx, state, most));
  }
}

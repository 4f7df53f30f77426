import { yen } from '#lib/kernel';
import type { TenantId, Yen } from '#lib/kernel';
import type { Tx } from '#platform/database';
import { Injectable } from '@nestjs/common';
import { CreditNotesStore } from './store/credit-notes.store.js';
import { Receipts } from './store/receipts.store.js';
import { Refunds } from './store/refunds.store.js';

/** What a tenant has paid beyond its invoices: receipts and credit notes, less allocations and refunds. @clause W7.1 */
@Injectable()
export class CreditBalance {
  constructor(
    private readonly receipts: Receipts,
    private readonly refunds: Refunds,
    private readonly creditNotes: CreditNotesStore,
  ) {}

  /** Never below zero, but for a moment while the bank's reversal is worked through. */
  async of(tx: Tx, tenantId: TenantId): Promise<Yen> {
    const received = await this.receipts.unallocated(tx, tenantId);
    const credited = await this.creditNotes.issuedTotal(tx, tenantId);
    return yen(received + credited - (await this.refunds.taken(tx, tenantId)));
  }
}

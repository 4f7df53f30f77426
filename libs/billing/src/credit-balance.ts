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

  /**
   * Below zero where the bank reversed a payment that had been paid back already, and no paid invoice is left to take
   * it from: the tenant owes it, but on no invoice.
   */
  async of(tx: Tx, tenantId: TenantId): Promise<Yen> {
    const received = await this.receipts.unallocated(tx, tenantId);
    const credited = await this.creditNotes.issuedTotal(tx, tenantId);
    return yen(received + credited - (await this.refunds.taken(tx, tenantId)));
  }

  /** The same, told apart: what is the tenant's, and what it owes. One of both is zero. */
  async shown(tx: Tx, tenantId: TenantId): Promise<{ credit: Yen; owedBack: Yen }> {
    const balance = await this.of(tx, tenantId);
    return { credit: yen(Math.max(balance, 0)), owedBack: yen(Math.max(0 - balance, 0)) };
  }
}

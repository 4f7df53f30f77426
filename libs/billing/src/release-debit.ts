import { Clock } from '#lib/kernel';
import type { Tx } from '#platform/database';
import { Injectable } from '@nestjs/common';
import { InvoiceBook } from './invoice-book.js';
import type { FiledDebit } from './store/debit-entries.store.js';
import { Receipts } from './store/receipts.store.js';
import { TellWhatIsOwed } from './use-cases/tell-what-is-owed.js';

/**
 * What was being collected, and no bank will be asked for, counts as failed by us: it goes into the next file or is
 * paid by transfer.
 * @clause W6.1
 */
@Injectable()
export class ReleaseDebit {
  constructor(
    private readonly book: InvoiceBook,
    private readonly receipts: Receipts,
    private readonly tell: TellWhatIsOwed,
    private readonly clock: Clock,
  ) {}

  /** In the system's transaction. */
  async within(tx: Tx, { tenantId, invoices }: FiledDebit): Promise<void> {
    const at = this.clock.now();
    await this.receipts.lock(tx, tenantId);
    for (const { id } of invoices)
      await this.book.move(tx, tenantId, id, 'debit-failed', {
        at,
        met: ['result-matches-export'],
      });
    await this.tell.within(tx, tenantId);
  }
}

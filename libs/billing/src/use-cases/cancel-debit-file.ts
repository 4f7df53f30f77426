import { AuditTrail } from '#lib/accounts';
import type { Actor } from '#lib/accounts';
import { Clock } from '#lib/kernel';
import { Database } from '#platform/database';
import type { Tx } from '#platform/database';
import { Injectable } from '@nestjs/common';
import { InvoiceBook } from '../invoice-book.js';
import { DebitEntries, remaining } from '../store/debit-entries.store.js';
import type { FiledDebit } from '../store/debit-entries.store.js';
import { DebitFiles } from '../store/debit-files.store.js';
import { paymentsErrors } from '../payments.errors.js';
import { TellWhatIsOwed } from './tell-what-is-owed.js';

/** 委託者都合による振替停止 */
const stoppedByCollector = '8';

/**
 * Gives up a file that no bank has seen. What was being collected counts as failed by us: it goes into the next file
 * or is paid by transfer.
 * @clause W6.1
 */
@Injectable()
export class CancelDebitFile {
  constructor(
    private readonly database: Database,
    private readonly files: DebitFiles,
    private readonly entries: DebitEntries,
    private readonly book: InvoiceBook,
    private readonly tell: TellWhatIsOwed,
    private readonly audit: AuditTrail,
    private readonly clock: Clock,
  ) {}

  /** @throws BusinessError payments.debit-file-not-found, payments.debit-file-state */
  execute({ id, actor }: { id: string; actor: Actor }): Promise<void> {
    return this.database.asSystem(async (tx) => {
      const { state } = await this.files.lock(tx, id);
      if (state !== 'prepared' && state !== 'confirmed') throw paymentsErrors.debitFileState();
      if (state === 'confirmed')
        for (const entry of remaining(await this.entries.ofFile(tx, id)))
          await this.release(tx, entry);
      await this.files.cancel(tx, id);
      await this.audit.record(tx, {
        tenantId: null,
        actor,
        action: 'debit-file.cancelled',
        subject: { kind: 'debit-file', id },
      });
    });
  }

  private async release(tx: Tx, { id, tenantId, invoices }: FiledDebit): Promise<void> {
    const at = this.clock.now();
    for (const invoice of invoices)
      await this.book.move(tx, tenantId, invoice.id, 'debit-failed', {
        at,
        met: ['result-matches-export'],
      });
    await this.entries.answer(tx, tenantId, id, { code: stoppedByCollector, outcome: 'failed' });
    await this.tell.within(tx, tenantId);
  }
}

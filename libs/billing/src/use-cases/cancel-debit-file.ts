import { AuditTrail } from '#lib/accounts';
import type { Actor } from '#lib/accounts';
import { Clock } from '#lib/kernel';
import { Database } from '#platform/database';
import type { Tx } from '#platform/database';
import { Injectable } from '@nestjs/common';
import { AskForTransfer } from '../ask-for-transfer.js';
import { ReleaseDebit } from '../release-debit.js';
import { DebitEntries, remaining } from '../store/debit-entries.store.js';
import type { FiledDebit } from '../store/debit-entries.store.js';
import { DebitFiles } from '../store/debit-files.store.js';
import { paymentsErrors } from '../payments.errors.js';

/** 委託者都合による振替停止 */
const stoppedByCollector = '8';

/**
 * Gives up a file that no bank has seen. Once the bank takes no other one for the day, a transfer is asked for.
 * @clause W6.1
 */
@Injectable()
export class CancelDebitFile {
  constructor(
    private readonly database: Database,
    private readonly files: DebitFiles,
    private readonly entries: DebitEntries,
    private readonly releaseDebit: ReleaseDebit,
    private readonly askForTransfer: AskForTransfer,
    private readonly audit: AuditTrail,
    private readonly clock: Clock,
  ) {}

  /** @throws BusinessError payments.debit-file-not-found, payments.debit-file-state */
  execute({ id, actor }: { id: string; actor: Actor }): Promise<void> {
    return this.database.asSystem(async (tx) => {
      const { state, closesAt } = await this.files.lock(tx, id);
      if (state !== 'prepared' && state !== 'confirmed') throw paymentsErrors.debitFileState();
      for (const debit of remaining(await this.entries.ofFile(tx, id))) {
        if (state === 'confirmed') await this.release(tx, debit);
        if (this.clock.now() >= closesAt) await this.ask(tx, debit);
      }
      await this.files.cancel(tx, id);
      await this.audit.record(tx, {
        tenantId: null,
        actor,
        action: 'debit-file.cancelled',
        subject: { kind: 'debit-file', id },
      });
    });
  }

  private async release(tx: Tx, debit: FiledDebit): Promise<void> {
    await this.releaseDebit.within(tx, debit);
    const given = { code: stoppedByCollector, outcome: 'failed' } as const;
    await this.entries.answer(tx, debit.tenantId, debit.id, given);
  }

  private async ask(tx: Tx, { tenantId, invoices }: FiledDebit): Promise<void> {
    for (const { id } of invoices) await this.askForTransfer.within(tx, tenantId, id);
  }
}

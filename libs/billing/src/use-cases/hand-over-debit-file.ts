import { AuditTrail } from '#lib/accounts';
import type { Actor } from '#lib/accounts';
import { Clock } from '#lib/kernel';
import type { TenantId } from '#lib/kernel';
import { Database } from '#platform/database';
import type { Tx } from '#platform/database';
import { Injectable } from '@nestjs/common';
import { Outbox } from '#platform/queue';
import { bankFileFetched } from '../billing.facts.js';
import { AskForTransfer } from '../ask-for-transfer.js';
import { DebitFileWriter } from '../debit-file-writer.js';
import { InvoiceBook } from '../invoice-book.js';
import { ReleaseDebit } from '../release-debit.js';
import { BankFileParties } from '../store/bank-file-parties.store.js';
import { DebitEntries, remaining } from '../store/debit-entries.store.js';
import type { FiledDebit } from '../store/debit-entries.store.js';
import { DebitFiles } from '../store/debit-files.store.js';
import type { DebitFile } from '../store/debit-files.store.js';
import { Mandates } from '../store/mandates.store.js';
import { paymentsErrors } from '../payments.errors.js';

interface HandedOver {
  /** As the bank likes them: `kozafurikae-20260629.txt`. */
  readonly fileName: string;
  readonly bytes: Uint8Array;
  /** Whose accounts stand in it. */
  readonly tenantIds: readonly TenantId[];
}

/**
 * Gives out the bytes of a confirmed file. The first time it takes out what was voided meanwhile and whose mandate has
 * ended, and counts as handed to the bank; from then on the bytes are always the same. Each time is written down:
 * accounts leave the house.
 * @clause W6.1, W15.2
 */
@Injectable()
export class HandOverDebitFile {
  constructor(
    private readonly database: Database,
    private readonly files: DebitFiles,
    private readonly entries: DebitEntries,
    private readonly parties: BankFileParties,
    private readonly mandates: Mandates,
    private readonly book: InvoiceBook,
    private readonly releaseDebit: ReleaseDebit,
    private readonly askForTransfer: AskForTransfer,
    private readonly writer: DebitFileWriter,
    private readonly audit: AuditTrail,
    private readonly outbox: Outbox,
    private readonly clock: Clock,
  ) {}

  /** @throws BusinessError payments.debit-file-not-found, payments.debit-file-state, payments.debit-file-too-late */
  execute({ id, actor }: { id: string; actor: Actor }): Promise<HandedOver> {
    return this.database.asSystem(async (tx) => {
      const file = await this.files.lock(tx, id);
      if (file.state === 'prepared' || file.state === 'cancelled')
        throw paymentsErrors.debitFileState();
      if (file.state === 'confirmed') await this.handOver(tx, file);
      const bytes = await this.files.bytes(tx, id);
      await this.audit.record(tx, {
        tenantId: null,
        actor,
        action: 'debit-file.downloaded',
        subject: { kind: 'debit-file', id },
        details: { bytes: bytes.length },
      });
      await this.outbox.tell(tx, bankFileFetched, { fileId: id, kind: 'debit' });
      const day = file.debitDate.toString().replaceAll('-', '');
      const tenantIds = await this.parties.tenants(tx, 'debit', id);
      return { fileName: `kozafurikae-${day}.txt`, bytes, tenantIds };
    });
  }

  private async handOver(tx: Tx, file: DebitFile): Promise<void> {
    const at = this.clock.now();
    if (at >= file.closesAt) throw paymentsErrors.debitFileTooLate();
    for (const debit of remaining(await this.entries.ofFile(tx, file.id))) {
      const { id, tenantId, invoices } = debit;
      const kept = await this.collectable(tx, debit);
      if (kept.length < invoices.length)
        await this.entries.keepOnly(tx, tenantId, id, { invoiceIds: kept, at });
    }
    await this.writer.write(tx, file);
    await this.files.handOver(tx, file.id, at);
  }

  /** Nobody is debited by a mandate that has ended: a transfer is asked for instead. */
  private async collectable(tx: Tx, debit: FiledDebit): Promise<string[]> {
    const { tenantId, mandateId, invoices } = debit;
    const { state } = await this.mandates.lock(tx, tenantId, mandateId);
    const kept: string[] = [];
    for (const { id } of invoices)
      if ((await this.book.get(tx, tenantId, id)).state === 'collecting') kept.push(id);
    if (state === 'active') return kept;
    await this.releaseDebit.within(tx, debit);
    for (const id of kept) await this.askForTransfer.within(tx, tenantId, id);
    return [];
  }
}

import { AuditTrail, actorId } from '#lib/accounts';
import type { Actor } from '#lib/accounts';
import { Clock, asTenantId } from '#lib/kernel';
import { Database } from '#platform/database';
import type { Tx } from '#platform/database';
import { Injectable } from '@nestjs/common';
import { AskForTransfer } from '../ask-for-transfer.js';
import { DebitFileWriter } from '../debit-file-writer.js';
import { DebitPlanning } from '../debit-planning.js';
import type { PlannedDebit } from '../domain/debit/plan-debits.js';
import type { InvoiceNeed } from '../domain/invoice/invoice-moves.js';
import { isSecondPerson } from '../domain/second-person.js';
import { InvoiceBook, openAmount } from '../invoice-book.js';
import { DebitEntries } from '../store/debit-entries.store.js';
import type { FiledDebit } from '../store/debit-entries.store.js';
import { DebitFiles } from '../store/debit-files.store.js';
import { Receipts } from '../store/receipts.store.js';
import { paymentsErrors } from '../payments.errors.js';
import { TellWhatIsOwed } from './tell-what-is-owed.js';

/** What a second person and this use case see to. */
const met: readonly InvoiceNeed[] = [
  'mandate-active',
  'before-file-deadline',
  'total-positive',
  'two-persons',
];

/**
 * A second person lets a debit file go: its invoices are being collected from now on. What was paid or voided since
 * it was prepared is left out, and who cannot be debited is asked for a transfer.
 * @clause W6.1
 */
@Injectable()
export class ConfirmDebitFile {
  constructor(
    private readonly database: Database,
    private readonly files: DebitFiles,
    private readonly entries: DebitEntries,
    private readonly planning: DebitPlanning,
    private readonly book: InvoiceBook,
    private readonly receipts: Receipts,
    private readonly writer: DebitFileWriter,
    private readonly askForTransfer: AskForTransfer,
    private readonly tell: TellWhatIsOwed,
    private readonly audit: AuditTrail,
    private readonly clock: Clock,
  ) {}

  /**
   * @throws BusinessError payments.debit-file-state, payments.second-person-needed, payments.debit-file-too-late,
   *   payments.debit-file-stale
   */
  execute({ id, actor }: { id: string; actor: Actor }): Promise<void> {
    return this.database.asSystem(async (tx) => {
      const file = await this.files.lock(tx, id);
      const by = actorId(actor);
      const at = this.clock.now();
      if (file.state !== 'prepared') throw paymentsErrors.debitFileState();
      if (!isSecondPerson(file.preparedBy, by) || by === null) throw paymentsErrors.sameOperator();
      if (at >= file.closesAt) throw paymentsErrors.debitFileTooLate();
      const entries = await this.entries.ofFile(tx, id);
      const planned = await this.planning.of(tx, file.month, file.bankProfileId);
      if (isMissing(planned.debits, entries)) throw paymentsErrors.debitFileStale();
      const active = new Set(planned.debits.map(({ mandateId }) => mandateId));
      for (const entry of entries) await this.collect(tx, entry, active, at);
      const { count, total } = await this.writer.write(tx, file);
      await this.files.confirm(tx, id, at, by);
      await this.audit.record(tx, {
        tenantId: null,
        actor,
        action: 'debit-file.confirmed',
        subject: { kind: 'debit-file', id },
        details: { count, total },
      });
      for (const { tenantId: leftOut, invoiceId } of planned.leftOut) {
        const tenantId = asTenantId(leftOut);
        const { payBy } = await this.book.get(tx, tenantId, invoiceId);
        if (payBy === 'direct-debit') await this.askForTransfer.within(tx, tenantId, invoiceId);
      }
    });
  }

  /** Moves what still can be collected, and takes the rest out. */
  private async collect(
    tx: Tx,
    { id, tenantId, mandateId, invoices }: FiledDebit,
    active: ReadonlySet<string>,
    at: Date,
  ): Promise<void> {
    await this.receipts.lock(tx, tenantId);
    const kept: string[] = [];
    for (const { id: invoiceId, amount } of invoices) {
      const invoice = await this.book.get(tx, tenantId, invoiceId);
      const event = invoice.state === 'collection-failed' ? 're-export' : 'export';
      const collectable = invoice.state === 'issued' || invoice.state === 'collection-failed';
      if (!active.has(mandateId) || !collectable || openAmount(invoice) !== amount) continue;
      await this.book.move(tx, tenantId, invoiceId, event, { at, met });
      kept.push(invoiceId);
    }
    await this.entries.keepOnly(tx, tenantId, id, { invoiceIds: kept, at });
    await this.tell.within(tx, tenantId);
  }
}

/** Whether there is something to debit by now that nobody has seen in the file. */
const isMissing = (planned: readonly PlannedDebit[], entries: readonly FiledDebit[]): boolean => {
  const keys = (debits: readonly Pick<PlannedDebit, 'mandateId' | 'invoices'>[]): string[] =>
    debits.flatMap(({ mandateId, invoices }) => invoices.map(({ id }) => `${mandateId} ${id}`));
  const inFile = new Set(keys(entries));
  return keys(planned).some((key) => !inFile.has(key));
};

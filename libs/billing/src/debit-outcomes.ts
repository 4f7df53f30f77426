import { Clock, newId } from '#lib/kernel';
import type { PlainDate } from '#lib/kernel';
import type { Tx } from '#platform/database';
import { Outbox } from '#platform/queue';
import { ContractBook } from '#lib/contracts';
import { Injectable } from '@nestjs/common';
import { AskForTransfer } from './ask-for-transfer.js';
import { debitOutcome } from './domain/debit/debit-result.js';
import type { DebitOutcome } from './domain/debit/debit-result.js';
import type { MandateEvent } from './domain/debit/mandate.js';
import { advanceMandate } from './domain/debit/mandate.js';
import { InvoiceBook } from './invoice-book.js';
import { debitAnswered } from './jobs/debit-answered.job.js';
import { DebitEntries } from './store/debit-entries.store.js';
import type { EntryOutcome, FiledDebit } from './store/debit-entries.store.js';
import { Mandates } from './store/mandates.store.js';
import { Receipts } from './store/receipts.store.js';
import { MoveMandate } from './use-cases/move-mandate.js';
import { TellWhatIsOwed } from './use-cases/tell-what-is-owed.js';

const outcomes: Readonly<Record<DebitOutcome['invoice'], EntryOutcome>> = {
  'debit-succeeded': 'settled',
  'debit-failed': 'failed',
  'debit-unclear': 'unclear',
};

/** What a bank's answer to one debit does to invoices, money and the mandate. @clause W6.1 */
@Injectable()
export class DebitOutcomes {
  constructor(
    private readonly entries: DebitEntries,
    private readonly mandates: Mandates,
    private readonly moveMandate: MoveMandate,
    private readonly book: InvoiceBook,
    private readonly receipts: Receipts,
    private readonly contracts: ContractBook,
    private readonly askForTransfer: AskForTransfer,
    private readonly tell: TellWhatIsOwed,
    private readonly outbox: Outbox,
    private readonly clock: Clock,
  ) {}

  /** In the system's transaction. */
  async apply(tx: Tx, entry: FiledDebit, code: string, debitDate: PlainDate): Promise<void> {
    const { tenantId, id } = entry;
    const result = debitOutcome(code);
    const outcome = outcomes[result.invoice];
    await this.receipts.lock(tx, tenantId);
    await this.entries.answer(tx, tenantId, id, { code, outcome });
    if (outcome === 'settled') await this.settle(tx, entry, debitDate);
    else await this.moveInvoices(tx, entry, result);
    if (result.mandate) await this.endMandate(tx, entry, result.mandate);
    await this.tell.within(tx, tenantId); // credit may pay what the bank did not
    if (outcome === 'failed') await this.afterFailure(tx, entry, result);
  }

  /** What an invoice no longer needs, as it was voided meanwhile, stays as credit. @decision D-06 */
  private async settle(
    tx: Tx,
    { tenantId, id, amount, invoices }: FiledDebit,
    receivedOn: PlainDate,
  ): Promise<void> {
    const at = this.clock.now();
    const receiptId = newId(at);
    const receipt = { id: receiptId, kind: 'debit', sourceId: id, amount, receivedOn, at } as const;
    await this.receipts.add(tx, tenantId, receipt);
    for (const invoice of invoices) {
      const { invoice: moved } = await this.book.move(tx, tenantId, invoice.id, 'debit-succeeded', {
        at,
        met: ['result-matches-export'],
      });
      if (moved.state !== 'paid') continue;
      const part = { id: newId(at), receiptId, invoiceId: invoice.id, amount: invoice.amount, at };
      await this.receipts.allocate(tx, tenantId, part);
    }
  }

  private async moveInvoices(
    tx: Tx,
    { tenantId, invoices }: FiledDebit,
    { invoice: event }: DebitOutcome,
  ): Promise<void> {
    const at = this.clock.now();
    for (const { id } of invoices)
      await this.book.move(tx, tenantId, id, event, { at, met: ['result-matches-export'] });
  }

  private async endMandate(
    tx: Tx,
    { tenantId, mandateId }: FiledDebit,
    event: MandateEvent,
  ): Promise<void> {
    const { state } = await this.mandates.lock(tx, tenantId, mandateId);
    if (!advanceMandate(state, event)) return; // another one has taken its place
    const actor = { kind: 'system' } as const;
    await this.moveMandate.within(tx, tenantId, { mandateId, event, actor });
  }

  private async afterFailure(
    tx: Tx,
    { tenantId, invoices }: FiledDebit,
    { reason }: DebitOutcome,
  ): Promise<void> {
    for (const { id } of invoices) await this.askForTransfer.within(tx, tenantId, id, reason);
    const contract = await this.contracts.of(tx, tenantId);
    if (!contract?.endDate) return;
    await this.outbox.add(tx, debitAnswered, {
      tenantId,
      contractId: contract.contractId,
      endDate: contract.endDate.toString(),
      arrivedAt: this.clock.now().toISOString(),
    });
  }
}

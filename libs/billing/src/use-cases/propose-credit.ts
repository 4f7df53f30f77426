import { AuditTrail, actorId } from '#lib/accounts';
import type { Actor } from '#lib/accounts';
import { Clock, addYen, newId, yen } from '#lib/kernel';
import type { TenantId, Yen } from '#lib/kernel';
import { Database } from '#platform/database';
import type { Tx } from '#platform/database';
import { Injectable } from '@nestjs/common';
import { billingErrors, creditErrors } from '../billing.errors.js';
import { creditNote, leftToCredit, spread } from '../domain/invoice/credit-note.js';
import type { CreditedAmount } from '../domain/invoice/credit-note.js';
import { byRate } from '../domain/tax/tax-totals.js';
import { CreditNotesStore, standing } from '../store/credit-notes.store.js';
import type { KeptCreditNote } from '../store/credit-notes.store.js';
import { InvoicesStore } from '../store/invoices.store.js';
import type { Invoice } from '../store/invoice.row.js';

interface Credited {
  readonly invoice: Invoice;
  readonly notes: readonly KeptCreditNote[];
}

interface Proposal {
  readonly tenantId: TenantId;
  readonly invoiceId: string;
  /** Without tax: by category and rate, or a sum that is taken off the highest rate first, and off nothing outside the tax. */
  readonly amount: Yen | readonly CreditedAmount[];
  readonly reason: string;
  readonly actor: Actor;
}

/** Proposes to take something off an invoice; another person decides. @clause W4.7, W13.3, W15.3 */
@Injectable()
export class ProposeCredit {
  constructor(
    private readonly database: Database,
    private readonly invoices: InvoicesStore,
    private readonly notes: CreditNotesStore,
    private readonly audit: AuditTrail,
    private readonly clock: Clock,
  ) {}

  /** Gives the id of the proposal. */
  execute(proposal: Proposal): Promise<string> {
    return this.database.asSystem((tx) => this.within(tx, proposal));
  }

  /**
   * Of a rule: once for an invoice and a reason, however often its fact is told, until it lapses. At most what other
   * notes have left.
   */
  async byRule(
    tx: Tx,
    proposal: Omit<Proposal, 'actor' | 'amount'> & { amount: Yen },
  ): Promise<void> {
    const credited = await this.read(tx, proposal);
    const { invoice, notes } = credited;
    const told = notes.filter(({ state }) => state !== 'lapsed');
    if (told.some((note) => note.proposedBy === null && note.reason === proposal.reason)) return;
    const left = leftToCredit(invoice.totals.groups, standing(notes)).map(({ base }) => base);
    const amount = yen(Math.min(proposal.amount, addYen(...left)));
    if (amount > 0)
      await this.propose(tx, credited, { ...proposal, amount, actor: { kind: 'system' } });
  }

  /** @throws BusinessError billing.invoice-not-found, billing.credit-… */
  async within(tx: Tx, proposal: Proposal): Promise<string> {
    return this.propose(tx, await this.read(tx, proposal), proposal);
  }

  /** The invoice, locked, and the notes that there are. */
  private async read(
    tx: Tx,
    { tenantId, invoiceId }: Pick<Proposal, 'tenantId' | 'invoiceId'>,
  ): Promise<Credited> {
    const invoice = await this.invoices.find(tx, tenantId, invoiceId, true);
    if (!invoice) throw billingErrors.invoiceNotFound();
    return { invoice, notes: await this.notes.ofInvoice(tx, tenantId, invoiceId) };
  }

  private async propose(
    tx: Tx,
    { invoice, notes }: Credited,
    { tenantId, invoiceId, amount, reason, actor }: Proposal,
  ): Promise<string> {
    const before = standing(notes);
    const amounts =
      typeof amount === 'number' ? spread(invoice.totals.groups, before, amount) : amount;
    const note = creditNote(byRate(invoice.totals), before, amounts);
    if ('refused' in note)
      throw creditErrors[note.refused]({
        field: typeof amount === 'number' ? 'amountYen' : 'amounts',
      });
    const proposedAt = this.clock.now();
    const id = newId(proposedAt);
    await this.notes.propose(tx, tenantId, {
      id,
      invoiceId,
      reason,
      amounts,
      groups: note.groups,
      total: note.total,
      proposedAt,
      proposedBy: actorId(actor),
    });
    await this.audit.record(tx, {
      tenantId,
      actor,
      action: 'credit-note.proposed',
      subject: { kind: 'invoice', id: invoiceId },
      details: { amount: addYen(...amounts.map((each) => each.amount)), total: note.total },
    });
    return id;
  }
}

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
import { InvoicesStore } from '../store/invoices.store.js';

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
    const { tenantId, invoiceId, reason } = proposal;
    const invoice = await this.invoices.find(tx, tenantId, invoiceId, true);
    if (!invoice) throw billingErrors.invoiceNotFound();
    const notes = await this.notes.ofInvoice(tx, tenantId, invoiceId);
    const told = notes.filter(({ state }) => state !== 'lapsed');
    if (told.some((note) => note.proposedBy === null && note.reason === reason)) return;
    const left = leftToCredit(invoice.totals.groups, standing(notes)).map(({ base }) => base);
    const amount = yen(Math.min(proposal.amount, addYen(...left)));
    if (amount > 0) await this.within(tx, { ...proposal, amount, actor: { kind: 'system' } });
  }

  /** @throws BusinessError billing.invoice-not-found, billing.credit-… */
  async within(tx: Tx, { tenantId, invoiceId, amount, reason, actor }: Proposal): Promise<string> {
    const invoice = await this.invoices.find(tx, tenantId, invoiceId, true);
    if (!invoice) throw billingErrors.invoiceNotFound();
    const notes = await this.notes.ofInvoice(tx, tenantId, invoiceId);
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

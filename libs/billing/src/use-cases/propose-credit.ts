import { AuditTrail, actorId } from '#lib/accounts';
import type { Actor } from '#lib/accounts';
import { Clock, newId } from '#lib/kernel';
import type { TenantId, Yen } from '#lib/kernel';
import { Database } from '#platform/database';
import type { Tx } from '#platform/database';
import { Injectable } from '@nestjs/common';
import { billingErrors, creditErrors } from '../billing.errors.js';
import { creditNote } from '../domain/invoice/credit-note.js';
import type { TaxGroup } from '../domain/tax/tax-totals.js';
import { CreditNotesStore } from '../store/credit-notes.store.js';
import { InvoicesStore } from '../store/invoices.store.js';

interface Proposal {
  readonly tenantId: TenantId;
  readonly invoiceId: string;
  /** Without tax, of the invoice's highest rate. */
  readonly amount: Yen;
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

  /** @throws BusinessError billing.invoice-not-found, billing.credit-… */
  async within(tx: Tx, { tenantId, invoiceId, amount, reason, actor }: Proposal): Promise<string> {
    const invoice = await this.invoices.find(tx, tenantId, invoiceId, true);
    if (!invoice) throw billingErrors.invoiceNotFound();
    const { groups } = invoice.totals;
    const amounts = groups.slice(0, 1).map((group) => ({ ...rateOf(group), amount }));
    const notes = await this.notes.ofInvoice(tx, tenantId, invoiceId);
    const before = notes.filter(({ state }) => state !== 'declined').flatMap((note) => note.groups);
    const note = creditNote(groups, before, amounts);
    if ('refused' in note) throw creditErrors[note.refused]({ field: 'amountYen' });
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
      details: { amount, total: note.total },
    });
    return id;
  }
}

const rateOf = ({
  category,
  ratePercent,
}: TaxGroup): Pick<TaxGroup, 'category' | 'ratePercent'> => ({
  category,
  ratePercent,
});

import { Clock } from '#lib/kernel';
import type { PlainDate } from '#lib/kernel';
import type { Tx } from '#platform/database';
import { Injectable } from '@nestjs/common';
import { InvoiceBook } from '../invoice-book.js';
import type { InvoiceKind, SettledMonth } from '../store/invoice.row.js';
import { PendingChargesStore } from '../store/pending-charges.store.js';
import { SettledMonthsStore } from '../store/settled-months.store.js';
import { IssueInvoice } from './issue-invoice.js';
import type { InvoicePlan } from './plan-invoice.js';
import { ProposeCredit } from './propose-credit.js';

interface Issuing {
  readonly kind: InvoiceKind;
  readonly key: string;
  readonly issuedOn: PlainDate;
  readonly dueDate: PlainDate;
  readonly fileBy: PlainDate;
}

/** Does what a plan without a problem says, in the system's transaction. */
@Injectable()
export class CarryOutPlan {
  constructor(
    private readonly book: InvoiceBook,
    private readonly settled: SettledMonthsStore,
    private readonly charges: PendingChargesStore,
    private readonly issue: IssueInvoice,
    private readonly proposeCredit: ProposeCredit,
    private readonly clock: Clock,
  ) {}

  /** Gives the id of the invoice; null where there is nothing to pay. */
  async within(tx: Tx, plan: InvoicePlan, issuing: Issuing): Promise<string | null> {
    const { contract } = plan.billed;
    const { tenantId, contractId } = contract;
    const at = this.clock.now();
    const reason = 'suspended throughout (W13.3)';
    for (const id of plan.voids)
      await this.book.move(tx, tenantId, id, 'void', { at, met: ['reason'], reason });
    for (const { invoiceId, amount } of plan.credits)
      await this.proposeCredit.within(tx, {
        tenantId,
        invoiceId,
        amount,
        reason,
        actor: { kind: 'system' },
      });
    const { lines } = plan;
    const isOwed = lines.some(({ amount }) => amount !== 0);
    const invoice = isOwed
      ? await this.issue.within(tx, { contract, lines, ...issuing })
      : undefined;
    const invoiceId = invoice?.id ?? null;
    await this.settled.insert(tx, tenantId, contractId, settledBy(plan, invoiceId), at);
    if (invoiceId !== null)
      await this.charges.put(
        tx,
        tenantId,
        plan.charges.map(({ id }) => id),
        invoiceId,
      );
    return invoiceId;
  }
}

const settledBy = ({ items, peaks }: InvoicePlan, invoiceId: string | null): SettledMonth[] =>
  items.flatMap(({ kind, month }) =>
    kind === 'advance'
      ? []
      : [{ month, outcome: kind, peak: peaks.get(month.toString())?.count ?? null, invoiceId }],
  );

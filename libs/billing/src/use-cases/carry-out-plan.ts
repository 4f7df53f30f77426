import { Clock } from '#lib/kernel';
import type { PlainDate } from '#lib/kernel';
import type { Tx } from '#platform/database';
import { Injectable } from '@nestjs/common';
import { ruleReasons } from '../domain/invoice/rule-reasons.js';
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
    const reason = ruleReasons.suspended;
    for (const id of plan.voids)
      await this.book.move(tx, tenantId, id, 'void', { at, met: ['reason'], reason });
    for (const credit of plan.credits) await this.proposeCredit.byRule(tx, { tenantId, ...credit });
    const { lines } = plan;
    const invoice =
      lines.length > 0 ? await this.issue.within(tx, { contract, lines, ...issuing }) : undefined;
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

/** What a credit note settles does not open again with the invoice. */
const settledBy = (
  { items, peaks, credits }: InvoicePlan,
  invoiceId: string | null,
): SettledMonth[] =>
  items.flatMap(({ kind, month }) => {
    if (kind === 'advance') return [];
    const isCredited = credits.some((credit) => credit.month.equals(month));
    const peak = peaks.get(month.toString())?.count ?? null;
    return [{ month, outcome: kind, peak, invoiceId: isCredited ? null : invoiceId }];
  });

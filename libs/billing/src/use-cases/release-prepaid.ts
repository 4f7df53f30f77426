import { ContractBook } from '#lib/contracts';
import { Clock, PlainDate, YearMonth, addYen, asTenantId, startOfJstDay } from '#lib/kernel';
import type { TenantId, Yen } from '#lib/kernel';
import { Database } from '#platform/database';
import type { Tx } from '#platform/database';
import { Injectable } from '@nestjs/common';
import { fateOfPrepaid } from '../domain/fees/prepaid-month.js';
import type { PrepaidFate, PrepaidInvoice } from '../domain/fees/prepaid-month.js';
import { ruleReasons } from '../domain/invoice/rule-reasons.js';
import { InvoiceBook } from '../invoice-book.js';
import { InvoicesStore } from '../store/invoices.store.js';
import type { Invoice } from '../store/invoice.row.js';
import { DebitStandings } from '../store/debit-standings.store.js';
import { SettledMonthsStore } from '../store/settled-months.store.js';
import { LapseCredits } from './lapse-credits.js';
import { ProposeCredit } from './propose-credit.js';
import { TellWhatIsOwed } from './tell-what-is-owed.js';

export interface Fate {
  readonly invoice: Invoice;
  /** Of the months after the end, without tax. */
  readonly months: readonly YearMonth[];
  readonly amount: Yen;
  readonly fate: PrepaidFate;
}

/**
 * What becomes of invoices for months that a notice has put after the end of service: void what nobody has paid, keep
 * what was paid before the notice came, propose to give back what was paid after it, and leave to two people what is
 * paid in part.
 * @clause W4.7, W15.2, W15.3
 * @decision D-06
 */
@Injectable()
export class ReleasePrepaid {
  constructor(
    private readonly database: Database,
    private readonly invoices: InvoicesStore,
    private readonly debits: DebitStandings,
    private readonly book: InvoiceBook,
    private readonly contracts: ContractBook,
    private readonly proposeCredit: ProposeCredit,
    private readonly lapseCredits: LapseCredits,
    private readonly settled: SettledMonthsStore,
    private readonly tell: TellWhatIsOwed,
    private readonly clock: Clock,
  ) {}

  /**
   * @param end the last day of service (`2026-07-31`) and the arrival of the notice that decides (ISO 8601); both null
   *   where the notice was withdrawn
   */
  async execute(end: {
    tenantId: string;
    contractId: string;
    endDate: string | null;
    arrivedAt: string | null;
  }): Promise<void> {
    const { contractId, endDate, arrivedAt } = end;
    const tenantId = asTenantId(end.tenantId);
    await this.database.asSystem(async (tx) => {
      await this.settled.lock(tx, tenantId);
      const now = await this.contracts.of(tx, tenantId);
      // Overtaken by a later word on the end, which is told by itself.
      if (now?.contractId !== contractId || (now.endDate?.toString() ?? null) !== endDate) return;
      if (endDate === null || arrivedAt === null) {
        await this.lapseCredits.within(tx, tenantId, contractId, new Map());
        return;
      }
      const lastMonth = PlainDate.from(endDate).toPlainYearMonth();
      const arrived = new Date(arrivedAt);
      const fates = await this.fates(tx, tenantId, contractId, lastMonth, arrived);
      const givenBack = fates
        .filter(isGivenBack)
        .map((each) => [each.invoice.id, each.amount] as const);
      await this.lapseCredits.within(tx, tenantId, contractId, new Map(givenBack));
      await this.settle(tx, tenantId, fates);
    });
  }

  /** In the system's transaction. @param arrivedAt of the notice, or of the termination */
  async within(
    tx: Tx,
    tenantId: TenantId,
    contractId: string,
    lastMonth: YearMonth,
    arrivedAt: Date,
  ): Promise<void> {
    await this.settled.lock(tx, tenantId);
    await this.settle(
      tx,
      tenantId,
      await this.fates(tx, tenantId, contractId, lastMonth, arrivedAt),
    );
  }

  /** The invoices that ask for months after the last one, and what a notice that arrived then makes of them. */
  async fates(
    tx: Tx,
    tenantId: TenantId,
    contractId: string,
    lastMonth: YearMonth,
    arrivedAt: Date,
  ): Promise<Fate[]> {
    const after = (await this.invoices.advances(tx, tenantId, contractId)).filter(
      ({ month, kind }) => kind !== 'initial' && YearMonth.compare(month, lastMonth) > 0,
    );
    const fates: Fate[] = [];
    for (const invoiceId of new Set(after.map((advance) => advance.invoiceId))) {
      const invoice = await this.book.get(tx, tenantId, invoiceId);
      const debit = await this.debits.of(tx, tenantId, invoiceId);
      const advances = after.filter((advance) => advance.invoiceId === invoiceId);
      fates.push({
        invoice,
        months: advances.map(({ month }) => month),
        amount: addYen(...advances.map(({ amount }) => amount)),
        fate: fateOfPrepaid(sinceIssue(arrivedAt, invoice), prepaid(invoice, debit)),
      });
    }
    return fates;
  }

  private async settle(tx: Tx, tenantId: TenantId, fates: readonly Fate[]): Promise<void> {
    for (const each of fates) await this.apply(tx, tenantId, each);
    await this.tell.within(tx, tenantId);
  }

  private async apply(tx: Tx, tenantId: TenantId, each: Fate): Promise<void> {
    if (each.fate.fate !== 'void') return;
    const { invoice, amount } = each;
    const { id } = invoice;
    const reason = ruleReasons.afterEnd;
    if (isGivenBack(each))
      await this.proposeCredit.byRule(tx, { tenantId, invoiceId: id, amount, reason });
    else {
      const at = this.clock.now();
      await this.book.move(tx, tenantId, id, 'void', { at, met: ['reason'], reason });
    }
  }
}

/** Of what is paid in part somebody must say how much comes back; nothing is void that holds money. */
const isGivenBack = ({ invoice, fate }: Fate): boolean =>
  fate.fate === 'void' && (fate.then === 'refund' || invoice.state === 'partially-paid');

/** A notice on paper may be entered after the run before which it came: what was issued is then void from the first. */
const sinceIssue = (arrivedAt: Date, { issuedOn }: Invoice): Date => {
  const issued = startOfJstDay(issuedOn);
  return arrivedAt < issued ? issued : arrivedAt;
};

/** Where its money stands. */
const prepaid = (invoice: Invoice, debit: PrepaidInvoice['debit']): PrepaidInvoice => ({
  issueDay: invoice.issuedOn,
  dueDate: invoice.dueDate,
  debit,
  transferredAt: debit !== 'succeeded' && invoice.state === 'paid' ? invoice.paidAt : null,
});

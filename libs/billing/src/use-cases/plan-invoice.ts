import { Clock, timesYen, yen } from '#lib/kernel';
import type { TenantId, YearMonth, Yen } from '#lib/kernel';
import type { Tx } from '#platform/database';
import { Injectable } from '@nestjs/common';
import { BilledContracts } from '../billed-contract.js';
import type { BilledContract } from '../billed-contract.js';
import { askableLines } from '../domain/invoice/askable-lines.js';
import type { InvoiceLine } from '../domain/invoice/invoice-line.js';
import { monthlyLines } from '../domain/invoice/monthly-lines.js';
import { ruleReasons } from '../domain/invoice/rule-reasons.js';
import type { MonthPrice } from '../domain/prices/month-price.js';
import { planRun } from '../domain/run/plan-run.js';
import type { Advance, RunPlan } from '../domain/run/plan-run.js';
import { Peaks } from '../peaks.js';
import type { PeakSoFar } from '../peaks.js';
import { PendingChargesStore } from '../store/pending-charges.store.js';
import type { PendingCharge } from '../store/pending-charges.store.js';

/** Why a tenant cannot be invoiced before a person has mended something. */
export type RunProblem =
  | { readonly code: 'no-price'; readonly month: YearMonth }
  | { readonly code: 'beyond-tiers'; readonly month: YearMonth; readonly peak: number };

/** What is proposed to be given back of an invoice for a month, without tax. */
interface PlannedCredit {
  readonly invoiceId: string;
  readonly month: YearMonth;
  readonly amount: Yen;
  readonly reason: string;
}

export interface InvoicePlan extends Omit<RunPlan, 'credits'> {
  readonly credits: readonly PlannedCredit[];
  readonly billed: BilledContract;
  /** Of the months it closes, by month. */
  readonly peaks: ReadonlyMap<string, PeakSoFar>;
  readonly charges: readonly PendingCharge[];
  /** None where nothing is to be paid. */
  readonly lines: readonly InvoiceLine[];
  readonly problem: RunProblem | null;
}

/** Works out what a run would invoice to a tenant; changes nothing but closing months whose time has come. */
@Injectable()
export class PlanInvoice {
  constructor(
    private readonly contracts: BilledContracts,
    private readonly peaks: Peaks,
    private readonly charges: PendingChargesStore,
    private readonly clock: Clock,
  ) {}

  /** In the system's transaction. Undefined where no contract has started. */
  async within(tx: Tx, tenantId: TenantId, runMonth: YearMonth): Promise<InvoicePlan | undefined> {
    const billed = await this.contracts.of(tx, tenantId);
    if (!billed) return undefined;
    const suspension = billed.suspensionAt(this.clock.now());
    const plan = planRun(billed.fees, billed.soFar, suspension, runMonth);
    const prices = new Map<string, MonthPrice>();
    const peaks = new Map<string, PeakSoFar>();
    const charges = await this.charges.waiting(tx, tenantId);
    const credits = plan.credits.map(creditFor(ruleReasons.suspended));
    const unfinished = { ...plan, credits, billed, peaks, charges, lines: [] };
    for (const { kind, month } of plan.items) {
      if (kind === 'no-fee' || kind === 'release-advance') continue;
      const price = billed.priceOf(month);
      if (!price) return { ...unfinished, problem: { code: 'no-price', month } };
      prices.set(month.toString(), price);
      if (kind !== 'advance') peaks.set(month.toString(), await this.peaks.of(tx, tenantId, month));
    }
    const of = (month: YearMonth): MonthPrice => known(prices.get(month.toString()));
    const fees = monthlyLines(plan.items, {
      tiersOf: (month) => of(month).tiers,
      optionsOf: (month) => of(month).options,
      shareOf: (month) => billed.shareOf(month),
      peakOf: (month) => known(peaks.get(month.toString())).count,
      billedAhead: (month) =>
        plan.advances.find((advance) => advance.month.equals(month))?.amount ?? yen(0),
    });
    if ('beyondTiers' in fees)
      return { ...unfinished, problem: { code: 'beyond-tiers', ...fees.beyondTiers } };
    const { asked, back } = askableLines([...fees.lines, ...charges.map(chargeLine)]);
    const lines = asked.filter(({ amount }) => amount !== 0);
    const cheaper = back.map(({ month, amount }) => {
      const advance = plan.advances.find((each) => each.month.equals(month));
      return { ...known(advance), amount: timesYen(amount, -1) };
    });
    const all = [...credits, ...cheaper.map(creditFor(ruleReasons.cheaperCourse))];
    return { ...unfinished, credits: all, lines, problem: null };
  }
}

const creditFor =
  (reason: string) =>
  ({ invoiceId, month, amount }: Advance): PlannedCredit => ({
    ...{ invoiceId, month, amount },
    reason: `${month.toString()}: ${reason}`,
  });

const chargeLine = ({ kind, month, amount, taxCategory, text }: PendingCharge): InvoiceLine => ({
  kind,
  month,
  amount,
  taxCategory,
  detail: text,
});

const known = <T>(value: T | undefined): T => {
  if (value === undefined) throw new Error('a month of the plan has a price and a peak');
  return value;
};

import { Clock, YearMonth, asTenantId, jstDate } from '#lib/kernel';
import type { TenantId } from '#lib/kernel';
import { Database } from '#platform/database';
import type { Tx } from '#platform/database';
import { Injectable } from '@nestjs/common';
import { billingErrors } from '../billing.errors.js';
import { collectionDates } from '../domain/calendar/debit-schedule.js';
import { BillingSettingsStore } from '../store/billing-settings.store.js';
import type { RunTenant } from '../store/runs.store.js';
import { RunsStore } from '../store/runs.store.js';
import { SettledMonthsStore } from '../store/settled-months.store.js';
import { CarryOutPlan } from './carry-out-plan.js';
import { PlanInvoice } from './plan-invoice.js';
import type { RunProblem } from './plan-invoice.js';

/** A run's work on one tenant, all of it in one transaction: whoever was interrupted begins it anew. @clause W6.1 */
@Injectable()
export class BillTenant {
  constructor(
    private readonly database: Database,
    private readonly runs: RunsStore,
    private readonly settled: SettledMonthsStore,
    private readonly settings: BillingSettingsStore,
    private readonly plan: PlanInvoice,
    private readonly carryOut: CarryOutPlan,
    private readonly clock: Clock,
  ) {}

  /** Does nothing where the run has done with the tenant. @throws BusinessError billing.no-issuer */
  async execute({ tenantId: id, month }: { tenantId: string; month: string }): Promise<void> {
    const [tenantId, runMonth] = [asTenantId(id), YearMonth.from(month)];
    await this.database.asSystem(async (tx) => {
      await this.settled.lock(tx, tenantId);
      if (!(await this.runs.lock(tx, tenantId, runMonth))) return;
      const outcome = await this.bill(tx, tenantId, runMonth);
      await this.runs.finish(tx, tenantId, runMonth, outcome, this.clock.now());
    });
  }

  private async bill(
    tx: Tx,
    tenantId: TenantId,
    runMonth: YearMonth,
  ): Promise<Omit<RunTenant, 'tenantId'>> {
    const settings = await this.settings.latest(tx);
    if (!settings) throw billingErrors.noIssuer();
    const plan = await this.plan.within(tx, tenantId, runMonth);
    if (!plan) return { outcome: 'nothing', problem: null, invoiceId: null };
    if (plan.problem)
      return { outcome: 'problem', problem: problemText(plan.problem), invoiceId: null };
    const issuedOn = jstDate(this.clock.now());
    const dates = collectionDates(runMonth, issuedOn, settings.debitSchedule);
    const key = `monthly:${plan.billed.contract.contractId}:${runMonth.toString()}`;
    const issuing = { kind: 'monthly', key, issuedOn, ...dates } as const;
    const invoiceId = await this.carryOut.within(tx, plan, issuing);
    return { outcome: invoiceId ? 'invoiced' : 'nothing', problem: null, invoiceId };
  }
}

/** Code, month and peak, apart by spaces: `beyond-tiers 2026-06 12000`. */
export const problemText = (problem: RunProblem): string =>
  Object.values(problem).map(String).join(' ');

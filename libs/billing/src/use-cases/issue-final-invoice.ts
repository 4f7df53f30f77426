import { ContractBook } from '#lib/contracts';
import { Clock, asTenantId, jstDate } from '#lib/kernel';
import { Database } from '#platform/database';
import type { Tx } from '#platform/database';
import { Log } from '#platform/log';
import { Outbox } from '#platform/queue';
import { Injectable } from '@nestjs/common';
import { collectionDates } from '../domain/calendar/debit-schedule.js';
import { finalInvoiceJob } from '../jobs/bill-tenant.job.js';
import { BillingSettingsStore } from '../store/billing-settings.store.js';
import { InvoicesStore } from '../store/invoices.store.js';
import { SettledMonthsStore } from '../store/settled-months.store.js';
import { problemText } from './bill-tenant.js';
import { CarryOutPlan } from './carry-out-plan.js';
import { PlanInvoice } from './plan-invoice.js';

const hourMs = 3_600_000;

/** Everything up to the last month that has not been settled, once service is over. @clause W14.3, W15.2 */
@Injectable()
export class IssueFinalInvoice {
  constructor(
    private readonly database: Database,
    private readonly contracts: ContractBook,
    private readonly settings: BillingSettingsStore,
    private readonly invoices: InvoicesStore,
    private readonly settled: SettledMonthsStore,
    private readonly plan: PlanInvoice,
    private readonly carryOut: CarryOutPlan,
    private readonly outbox: Outbox,
    private readonly log: Log,
    private readonly clock: Clock,
  ) {}

  /** Does nothing the second time. */
  async execute({
    tenantId: id,
    contractId,
  }: {
    tenantId: string;
    contractId: string;
  }): Promise<void> {
    const tenantId = asTenantId(id);
    await this.database.asSystem(async (tx) => {
      await this.settled.lock(tx, tenantId);
      const key = `final:${contractId}`;
      if (await this.invoices.byKey(tx, tenantId, key)) return;
      const settings = await this.settings.latest(tx);
      if (!settings) {
        await this.askAgain(tx, { tenantId: id, contractId }, 'no-issuer');
        return;
      }
      const contract = await this.contracts.of(tx, tenantId);
      const endDate = contract?.contractId === contractId ? contract.endDate : null;
      if (!endDate) return;
      const runMonth = endDate.toPlainYearMonth().add({ months: 1 });
      const plan = await this.plan.within(tx, tenantId, runMonth);
      if (!plan) return;
      if (plan.problem) {
        await this.askAgain(tx, { tenantId: id, contractId }, problemText(plan.problem));
        return;
      }
      const issuedOn = jstDate(this.clock.now());
      const endedIn = endDate.add({ days: 1 }).toPlainYearMonth();
      const dates = collectionDates(endedIn, issuedOn, settings.debitSchedule);
      const issuing = { kind: 'final', key, issuedOn, ...dates } as const;
      await this.carryOut.within(tx, plan, issuing);
    });
  }

  /** In an hour: a person has to mend something first. */
  private async askAgain(
    tx: Tx,
    of: { tenantId: string; contractId: string },
    problem: string,
  ): Promise<void> {
    this.log.warn('billing.final-invoice-waits', { ...of, problem });
    const at = new Date(this.clock.now().getTime() + hourMs);
    await this.outbox.add(tx, finalInvoiceJob, of, {
      at,
      key: `${of.contractId}/${at.toISOString()}`,
    });
  }
}

import { ContractBook } from '#lib/contracts';
import { Clock, asTenantId, jstDate } from '#lib/kernel';
import { Database } from '#platform/database';
import { Injectable } from '@nestjs/common';
import { billingErrors } from '../billing.errors.js';
import { collectionDates } from '../domain/calendar/debit-schedule.js';
import { BillingSettingsStore } from '../store/billing-settings.store.js';
import { InvoicesStore } from '../store/invoices.store.js';
import { problemText } from './bill-tenant.js';
import { CarryOutPlan } from './carry-out-plan.js';
import { PlanInvoice } from './plan-invoice.js';

/** Everything up to the last month that has not been settled, once service is over. @clause W14.3, W15.2 */
@Injectable()
export class IssueFinalInvoice {
  constructor(
    private readonly database: Database,
    private readonly contracts: ContractBook,
    private readonly settings: BillingSettingsStore,
    private readonly invoices: InvoicesStore,
    private readonly plan: PlanInvoice,
    private readonly carryOut: CarryOutPlan,
    private readonly clock: Clock,
  ) {}

  /** Does nothing the second time. @throws BusinessError billing.no-issuer, billing.needs-a-person */
  async execute({
    tenantId: id,
    contractId,
  }: {
    tenantId: string;
    contractId: string;
  }): Promise<void> {
    const tenantId = asTenantId(id);
    await this.database.asSystem(async (tx) => {
      const key = `final:${contractId}`;
      if (await this.invoices.byKey(tx, tenantId, key)) return;
      const settings = await this.settings.latest(tx);
      if (!settings) throw billingErrors.noIssuer();
      const contract = await this.contracts.of(tx, tenantId);
      const endDate = contract?.contractId === contractId ? contract.endDate : null;
      if (!endDate) return;
      const runMonth = endDate.toPlainYearMonth().add({ months: 1 });
      const plan = await this.plan.within(tx, tenantId, runMonth);
      if (!plan) return;
      if (plan.problem)
        throw billingErrors.needsAPerson({ params: { problem: problemText(plan.problem) } });
      const issuedOn = jstDate(this.clock.now());
      const endedIn = endDate.add({ days: 1 }).toPlainYearMonth();
      const dates = collectionDates(endedIn, issuedOn, settings.debitSchedule);
      const issuing = { kind: 'final', key, issuedOn, ...dates } as const;
      await this.carryOut.within(tx, plan, issuing);
    });
  }
}

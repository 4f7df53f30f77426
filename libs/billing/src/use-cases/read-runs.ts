import { Clock, YearMonth, jstMonth } from '#lib/kernel';
import type { TenantId } from '#lib/kernel';
import { Database } from '#platform/database';
import { Injectable } from '@nestjs/common';
import { billingErrors } from '../billing.errors.js';
import { taxTotals } from '../domain/tax/tax-totals.js';
import type { TaxTotals } from '../domain/tax/tax-totals.js';
import type { InvoiceLine } from '../domain/invoice/invoice-line.js';
import { RunsStore } from '../store/runs.store.js';
import type { RunProgress, RunTenant } from '../store/runs.store.js';
import { TenantsToBill } from '../tenants-to-bill.js';
import { problemText } from './bill-tenant.js';
import { PlanInvoice } from './plan-invoice.js';

/** What a run would invoice to one tenant. */
export interface PreviewedTenant {
  readonly tenantId: TenantId;
  readonly recipientName: string | null;
  readonly lines: readonly InvoiceLine[];
  readonly totals: TaxTotals;
  readonly problem: string | null;
  /** Whether the month to be closed still goes on, so that its peak may grow. */
  readonly provisional: boolean;
  readonly voids: number;
}

/** How runs stand, and what one would do. */
@Injectable()
export class ReadRuns {
  constructor(
    private readonly database: Database,
    private readonly runs: RunsStore,
    private readonly tenants: TenantsToBill,
    private readonly plan: PlanInvoice,
    private readonly clock: Clock,
  ) {}

  all(): Promise<RunProgress[]> {
    return this.database.asSystem((tx) => this.runs.progress(tx, null));
  }

  /** @throws BusinessError billing.run-not-found */
  one(month: YearMonth): Promise<RunProgress & { problemTenants: readonly RunTenant[] }> {
    return this.database.asSystem(async (tx) => {
      const [run] = await this.runs.progress(tx, month);
      if (!run) throw billingErrors.runNotFound();
      return { ...run, problemTenants: await this.runs.problems(tx, month) };
    });
  }

  /**
   * Tenants in the order of their ids, after `after`, at most `limit`.
   * @throws BusinessError billing.future-month beyond the next one
   */
  async preview(month: YearMonth, after: string | null, limit: number): Promise<PreviewedTenant[]> {
    const next = jstMonth(this.clock.now()).add({ months: 1 });
    if (YearMonth.compare(month, next) > 0) throw billingErrors.futureMonth({ field: 'month' });
    const ids = await this.database.asSystem((tx) => this.tenants.in(tx, month));
    const previews: PreviewedTenant[] = [];
    for (const tenantId of ids.filter((id) => after === null || id > after).slice(0, limit)) {
      const plan = await this.database.asSystem((tx) => this.plan.within(tx, tenantId, month));
      previews.push({
        tenantId,
        recipientName: plan?.billed.contract.billTo.name ?? null,
        lines: plan?.lines ?? [],
        totals: taxTotals(plan?.lines ?? []),
        problem: plan?.problem ? problemText(plan.problem) : null,
        provisional: [...(plan?.peaks.values() ?? [])].some(({ closed }) => !closed),
        voids: plan?.voids.length ?? 0,
      });
    }
    return previews;
  }
}

import { AuditTrail, actorId } from '#lib/accounts';
import type { Actor } from '#lib/accounts';
import { Clock, startOfJstDay } from '#lib/kernel';
import type { TenantId, YearMonth } from '#lib/kernel';
import { Database } from '#platform/database';
import type { Tx } from '#platform/database';
import { Outbox } from '#platform/queue';
import { Injectable } from '@nestjs/common';
import { billingErrors } from '../billing.errors.js';
import { runDates } from '../domain/calendar/debit-schedule.js';
import { billTenantJob } from '../jobs/bill-tenant.job.js';
import { BillingSettingsStore } from '../store/billing-settings.store.js';
import { RunsStore } from '../store/runs.store.js';
import { TenantsToBill } from '../tenants-to-bill.js';

interface Start {
  readonly month: YearMonth;
  readonly actor: Actor;
}

/**
 * Starts the run of a month, or takes it up again: whoever is not done, or had a problem, is looked at (again). Those
 * already invoiced are left alone, so that starting twice changes nothing.
 * @clause W6.1
 * @decision D-03
 */
@Injectable()
export class StartRun {
  constructor(
    private readonly database: Database,
    private readonly runs: RunsStore,
    private readonly settings: BillingSettingsStore,
    private readonly tenants: TenantsToBill,
    private readonly outbox: Outbox,
    private readonly audit: AuditTrail,
    private readonly clock: Clock,
  ) {}

  /** @throws BusinessError billing.no-issuer, billing.run-too-early */
  async execute(start: Start): Promise<void> {
    await this.database.asSystem(async (tx) => {
      const wave = this.clock.now().toISOString();
      const month = start.month.toString();
      for (const tenantId of await this.within(tx, start))
        await this.outbox.add(tx, billTenantJob, { tenantId, month, wave });
    });
  }

  /** Gives the tenants that are to be billed; the caller bills them. */
  async within(tx: Tx, { month, actor }: Start): Promise<TenantId[]> {
    const settings = await this.settings.latest(tx);
    if (!settings) throw billingErrors.noIssuer();
    const now = this.clock.now();
    const { issueDay } = runDates(month, settings.debitSchedule);
    if (now < startOfJstDay(issueDay))
      throw billingErrors.runTooEarly({ params: { day: issueDay.toString() } });
    await this.runs.open(tx, month, now, actorId(actor));
    await this.runs.addTenants(tx, month, await this.tenants.in(tx, month));
    const unfinished = await this.runs.unfinished(tx, month);
    if (unfinished.length > 0)
      await this.audit.record(tx, {
        tenantId: null,
        actor,
        action: 'billing-run.started',
        subject: { kind: 'billing-run', id: month.toString() },
        details: { tenants: unfinished.length },
      });
    return unfinished;
  }
}

import { ContractBook, lastResumableDay } from '#lib/contracts';
import { Clock, PlainDate, jstDate } from '#lib/kernel';
import type { TenantId } from '#lib/kernel';
import { Database } from '#platform/database';
import { Injectable } from '@nestjs/common';
import { defaultDunningPolicy, nextDunningStep } from '../domain/dunning/dunning.js';
import type { DunningStep } from '../domain/dunning/dunning.js';
import { serviceOf } from '../domain/dunning/service-of.js';
import { BillingSettingsStore } from '../store/billing-settings.store.js';
import { ArrearsList } from '../store/arrears.store.js';
import type { OverdueInvoice } from '../store/arrears.store.js';

/** An overdue invoice, and what will come next if nothing is paid. */
export interface Arrear extends OverdueInvoice {
  /** Null for all but a tenant's oldest one, whose steps speak for the rest. */
  readonly nextStep: { readonly step: DunningStep; readonly on: PlainDate } | null;
}

/** Who owes since when, how far the reminders have come, and what is next. @clause W13.2 */
@Injectable()
export class ReadArrears {
  constructor(
    private readonly database: Database,
    private readonly list: ArrearsList,
    private readonly settings: BillingSettingsStore,
    private readonly contracts: ContractBook,
    private readonly clock: Clock,
  ) {}

  /** The longest overdue first. */
  execute(): Promise<Arrear[]> {
    return this.database.asSystem(async (tx) => {
      const invoices = await this.list.list(tx, jstDate(this.clock.now()).toString());
      const tenants = [...new Set(invoices.map(({ tenantId }) => tenantId))];
      const stages = await this.contracts.stagesOf(tx, tenants);
      const policy = (await this.settings.written(tx))?.dunning ?? defaultDunningPolicy;
      const spoken = new Set<TenantId>();
      return invoices.map((invoice) => {
        const { tenantId, state, steps } = invoice;
        if (state === 'collecting' || spoken.has(tenantId)) return { ...invoice, nextStep: null };
        spoken.add(tenantId);
        const dueDate = PlainDate.from(invoice.dueDate);
        const arrears = {
          state,
          dueDate,
          service: serviceOf(stages.get(tenantId)),
          lastResumableDay: lastResumableDay(dueDate),
          taken: steps.map(({ step }) => step),
        };
        const next = nextDunningStep(arrears, policy);
        return { ...invoice, nextStep: next ?? null };
      });
    });
  }
}

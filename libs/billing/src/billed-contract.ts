import { ContractBook, firstFeeMonth, firstMonthShare, isWhollySuspended } from '#lib/contracts';
import type { BillableContract } from '#lib/contracts';
import type { TenantId, YearMonth } from '#lib/kernel';
import type { Tx } from '#platform/database';
import { Injectable } from '@nestjs/common';
import type { FeeContract } from './domain/fees/fee-plan.js';
import type { MonthPrice } from './domain/prices/month-price.js';
import { monthPrice } from './domain/prices/month-price.js';
import type { Share } from './domain/prices/tiers.js';
import type { BilledSoFar, SuspensionSoFar } from './domain/run/plan-run.js';
import { InvoicesStore } from './store/invoices.store.js';
import { PriceTablesStore } from './store/price-tables.store.js';
import { SettledMonthsStore } from './store/settled-months.store.js';

/** A started contract with all that its invoices depend on but the peaks. */
export interface BilledContract {
  readonly contract: BillableContract;
  readonly fees: FeeContract;
  readonly soFar: BilledSoFar;
  priceOf(month: YearMonth): MonthPrice | undefined;
  shareOf(month: YearMonth): Share | null;
  suspensionAt(now: Date): SuspensionSoFar;
}

/** Reads what billing knows about a tenant's contract. */
@Injectable()
export class BilledContracts {
  constructor(
    private readonly book: ContractBook,
    private readonly invoices: InvoicesStore,
    private readonly settled: SettledMonthsStore,
    private readonly tables: PriceTablesStore,
  ) {}

  /** In the system's transaction. Undefined without a contract, or before its start notice. */
  async of(tx: Tx, tenantId: TenantId): Promise<BilledContract | undefined> {
    const contract = await this.book.of(tx, tenantId);
    if (!contract?.serviceStartDate) return undefined;
    const { contractId, serviceStartDate, endDate, terms, suspensions } = contract;
    const { firstMonth: policy, billingMode } = terms.rules;
    const first = firstFeeMonth(serviceStartDate, policy);
    const tables = await this.tables.published(tx);
    const advances = await this.invoices.advances(tx, tenantId, contractId);
    return {
      contract,
      fees: { firstFeeMonth: first, lastMonth: endDate?.toPlainYearMonth() ?? null, billingMode },
      soFar: {
        // The first invoice was written before anybody knew when service would start.
        advances: advances.map((each) =>
          each.kind === 'initial' ? { ...each, month: first } : each,
        ),
        settled: await this.settled.ofContract(tx, tenantId, contractId),
      },
      priceOf: (month) => monthPrice(contract, tables, month),
      shareOf: (month) => (month.equals(first) ? firstMonthShare(serviceStartDate, policy) : null),
      suspensionAt: (now) => ({
        isWhollySuspended: (month) => isWhollySuspended(month, suspensions),
        now: suspensions.some(({ from, until }) => from <= now && (!until || until > now)),
      }),
    };
  }
}

import { ContractBook } from '#lib/contracts';
import { Clock, YearMonth, jstMonth } from '#lib/kernel';
import type { PlainDate, TenantId, Yen } from '#lib/kernel';
import { Database } from '#platform/database';
import { Injectable } from '@nestjs/common';
import { BilledContracts } from '../billed-contract.js';
import { monthsFromTo } from '../domain/months.js';
import { basicMonthlyFee } from '../domain/prices/tiers.js';
import { Receivables } from '../receivables.js';
import type { Receivable } from '../receivables.js';
import { ReleasePrepaid } from './release-prepaid.js';
import type { Fate } from './release-prepaid.js';

/** What ending service on a day means in money, were the notice to arrive now. */
export interface EndPreview {
  readonly endDate: PlainDate;
  readonly lastMonth: YearMonth;
  /** Basic fees of months up to the end that no invoice has asked for; true-ups and options come on top. */
  readonly feesToCome: readonly { readonly month: YearMonth; readonly basicFee: Yen | null }[];
  /** Invoices for months after the end. */
  readonly prepaid: readonly Fate[];
  readonly open: readonly Receivable[];
}

/** Told before a notice is sent, not after. @clause W4.7, W15.2, W15.3 */
@Injectable()
export class PreviewEnd {
  constructor(
    private readonly database: Database,
    private readonly book: ContractBook,
    private readonly contracts: BilledContracts,
    private readonly release: ReleasePrepaid,
    private readonly receivables: Receivables,
    private readonly clock: Clock,
  ) {}

  execute(tenantId: TenantId, endDate: PlainDate): Promise<EndPreview> {
    const lastMonth = endDate.toPlainYearMonth();
    const now = this.clock.now();
    return this.database.asSystem(async (tx) => {
      const contract = await this.book.of(tx, tenantId);
      const billed = await this.contracts.of(tx, tenantId);
      const open = await this.receivables.of(tx, tenantId);
      if (!contract || !billed) return { endDate, lastMonth, feesToCome: [], prepaid: [], open };
      const { advances } = billed.soFar;
      const first = later(billed.fees.firstFeeMonth, jstMonth(now));
      const feesToCome = monthsFromTo(first, lastMonth)
        .filter((month) => !advances.some((advance) => advance.month.equals(month)))
        .map((month) => {
          const price = billed.priceOf(month);
          return { month, basicFee: price ? basicMonthlyFee(price.tiers) : null };
        });
      const { contractId } = contract;
      const prepaid = await this.release.fates(tx, tenantId, contractId, lastMonth, now);
      return { endDate, lastMonth, feesToCome, prepaid, open };
    });
  }
}

const later = (a: YearMonth, b: YearMonth): YearMonth => (YearMonth.compare(a, b) >= 0 ? a : b);

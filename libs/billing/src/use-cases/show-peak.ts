import { Clock, jstMonth, yen } from '#lib/kernel';
import { YearMonth } from '#lib/kernel';
import type { TenantId, Yen } from '#lib/kernel';
import { Database } from '#platform/database';
import { Injectable } from '@nestjs/common';
import { BilledContracts } from '../billed-contract.js';
import { billingErrors } from '../billing.errors.js';
import type { MonthPrice } from '../domain/prices/month-price.js';
import { tierFor, trueUpFee } from '../domain/prices/tiers.js';
import type { Tier } from '../domain/prices/tiers.js';
import { Peaks } from '../peaks.js';
import type { PeakSoFar } from '../peaks.js';

/** The peak of a month against the steps of the course. */
export interface ShownPeak {
  readonly peak: PeakSoFar;
  /** Undefined where nothing prices the month. */
  readonly price: MonthPrice | undefined;
  readonly tier: Tier | undefined;
  /** The step above, and how many more addresses lead to it; null at the last one. */
  readonly next: { readonly tier: Tier; readonly missing: number } | null;
  /** What the peak costs beyond the basic fee; null above the last step. */
  readonly trueUp: Yen | null;
  /** False in the free head of a first month, and outside the contract. @decision D-04 */
  readonly isFeeMonth: boolean;
}

/** 最大メールアドレス数 with its proof: when it was reached, and how every day went. @clause W7.2 */
@Injectable()
export class ShowPeak {
  constructor(
    private readonly database: Database,
    private readonly peaks: Peaks,
    private readonly contracts: BilledContracts,
    private readonly clock: Clock,
  ) {}

  /** @throws BusinessError billing.future-month */
  execute(tenantId: TenantId, given: YearMonth | null): Promise<ShownPeak> {
    const present = jstMonth(this.clock.now());
    const month = given ?? present;
    if (YearMonth.compare(month, present) > 0) throw billingErrors.futureMonth({ field: 'month' });
    return this.database.asSystem(async (tx) => {
      const peak = await this.peaks.of(tx, tenantId, month);
      const billed = await this.contracts.of(tx, tenantId);
      const price = billed?.priceOf(month);
      const first = billed?.fees.firstFeeMonth;
      const last = billed?.fees.lastMonth ?? null;
      return {
        peak,
        price,
        tier: price && tierFor(price.tiers, peak.count),
        next: price ? nextStep(price, peak.count) : null,
        trueUp: price ? (trueUpFee(price.tiers, peak.count) ?? null) : yen(0),
        isFeeMonth:
          first !== undefined &&
          YearMonth.compare(first, month) <= 0 &&
          (!last || YearMonth.compare(month, last) <= 0),
      };
    });
  }
}

const nextStep = ({ tiers }: MonthPrice, count: number): ShownPeak['next'] => {
  const present = tierFor(tiers, count);
  if (!present || present.upTo === null) return null;
  const above = tiers[tiers.indexOf(present) + 1];
  return above ? { tier: above, missing: present.upTo + 1 - count } : null;
};

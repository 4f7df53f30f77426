import { Clock } from '#lib/kernel';
import type { TenantId } from '#lib/kernel';
import { Database } from '#platform/database';
import { Injectable } from '@nestjs/common';
import { bouncesErrors } from '../bounces.errors.js';
import { BounceFigures } from '../store/bounce-figures.store.js';
import type {
  CampaignFigure,
  DayFigure,
  Period,
  ReasonFigure,
  Totals,
} from '../store/bounce-figures.store.js';

const dayMs = 86_400_000;
const usualDays = 30;
const mostDays = 400;

export interface BounceSummary extends Period, Totals {
  readonly removed: number;
  readonly byReason: readonly ReasonFigure[];
  readonly byDay: readonly DayFigure[];
  readonly byCampaign: readonly CampaignFigure[];
}

/** What came back in a period, in numbers. @clause W17.4 */
@Injectable()
export class SummariseBounces {
  constructor(
    private readonly database: Database,
    private readonly figures: BounceFigures,
    private readonly clock: Clock,
  ) {}

  /**
   * @param wanted the last 30 days unless given
   * @throws BusinessError bounces.bad-period
   */
  execute(tenantId: TenantId, wanted: Partial<Period> = {}): Promise<BounceSummary> {
    const period = this.period(wanted);
    return this.database.inTenant(tenantId, async (tx) => ({
      ...period,
      ...(await this.figures.totals(tx, tenantId, period)),
      removed: await this.figures.removed(tx, tenantId, period),
      byReason: await this.figures.byReason(tx, tenantId, period),
      byDay: await this.figures.byDay(tx, tenantId, period),
      byCampaign: await this.figures.byCampaign(tx, tenantId, period),
    }));
  }

  private period({ from: wantedFrom, to: wantedTo }: Partial<Period>): Period {
    const to = wantedTo ?? new Date(this.clock.now().getTime() + 1); // what came just now belongs to it
    const from = wantedFrom ?? new Date(to.getTime() - usualDays * dayMs);
    const days = (to.getTime() - from.getTime()) / dayMs;
    if (days <= 0 || days > mostDays)
      throw bouncesErrors.badPeriod({ field: 'from', params: { days: mostDays } });
    return { from, to };
  }
}

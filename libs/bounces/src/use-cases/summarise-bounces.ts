import { MailsSent } from '#lib/delivery';
import { Clock } from '#lib/kernel';
import type { TenantId } from '#lib/kernel';
import { Database } from '#platform/database';
import type { Tx } from '#platform/database';
import { Injectable } from '@nestjs/common';
import { bouncesErrors } from '../bounces.errors.js';
import { mostDays, periodOf } from '../domain/period.js';
import type { Period } from '../domain/period.js';
import { BounceFigures } from '../store/bounce-figures.store.js';
import type {
  CampaignFigure,
  DomainFigure,
  DayFigure,
  ReasonFigure,
  Totals,
} from '../store/bounce-figures.store.js';

export interface BounceSummary extends Period, Totals {
  readonly removed: number;
  /** Mails of the campaigns that began in the period: what rates are of. */
  readonly sent: number;
  readonly byReason: readonly ReasonFigure[];
  readonly byDay: readonly DayFigure[];
  readonly byDomain: readonly DomainFigure[];
  readonly byCampaign: readonly (CampaignFigure & { readonly sent: number })[];
}

/** What came back in a period, in numbers. @clause W17.4 */
@Injectable()
export class SummariseBounces {
  constructor(
    private readonly database: Database,
    private readonly figures: BounceFigures,
    private readonly mailsSent: MailsSent,
    private readonly clock: Clock,
  ) {}

  /**
   * @param wanted the last 30 days unless given
   * @throws BusinessError bounces.bad-period
   */
  execute(tenantId: TenantId, wanted: Partial<Period> = {}): Promise<BounceSummary> {
    const period = periodOf(wanted, this.clock.now());
    if (!period) throw bouncesErrors.badPeriod({ field: 'from', params: { days: mostDays } });
    return this.database.inTenant(tenantId, async (tx) => ({
      ...period,
      sent: await this.mailsSent.between(tx, tenantId, period.from, period.to),
      ...(await this.figures.totals(tx, tenantId, period)),
      removed: await this.figures.removed(tx, tenantId, period),
      byReason: await this.figures.byReason(tx, tenantId, period),
      byDay: await this.figures.byDay(tx, tenantId, period),
      byDomain: await this.figures.byDomain(tx, tenantId, period),
      byCampaign: await this.byCampaign(tx, tenantId, period),
    }));
  }

  private async byCampaign(
    tx: Tx,
    tenantId: TenantId,
    period: Period,
  ): Promise<BounceSummary['byCampaign']> {
    const figures = await this.figures.byCampaign(tx, tenantId, period);
    const ids = figures.map(({ campaignId }) => campaignId);
    const sent = await this.mailsSent.of(tx, tenantId, ids);
    return figures.map((figure) => ({ ...figure, sent: sent.get(figure.campaignId) ?? 0 }));
  }
}

import { MailsSent } from '#lib/delivery';
import { Clock } from '#lib/kernel';
import { Database } from '#platform/database';
import { Injectable } from '@nestjs/common';
import { bouncesErrors } from '../bounces.errors.js';
import { mostDays, periodOf } from '../domain/period.js';
import type { Period } from '../domain/period.js';
import { TenantFigures } from '../store/tenant-figures.store.js';
import type { TenantFigure } from '../store/tenant-figures.store.js';

export interface TenantFare extends TenantFigure {
  /** Mails of the campaigns that began in the period. */
  readonly sent: number;
}

const most = 200;

/** How much comes back to each tenant, and how much of what it sends is reported as unwanted. */
@Injectable()
export class CompareTenants {
  constructor(
    private readonly database: Database,
    private readonly figures: TenantFigures,
    private readonly mailsSent: MailsSent,
    private readonly clock: Clock,
  ) {}

  /**
   * Those who were complained about most by what they sent come first, at most 200.
   * @param wanted the last 30 days unless given
   * @throws BusinessError bounces.bad-period
   */
  async execute(wanted: Partial<Period>): Promise<TenantFare[]> {
    const period = periodOf(wanted, this.clock.now());
    if (!period) throw bouncesErrors.badPeriod({ field: 'from', params: { days: mostDays } });
    return this.database.asSystem(async (tx) => {
      const sent = await this.mailsSent.byTenant(tx, period.from, period.to);
      const figures = await this.figures.between(tx, period);
      return figures
        .map((figure) => ({ ...figure, sent: sent.get(figure.tenantId) ?? 0 }))
        .sort((a, b) => complaints(b) - complaints(a) || b.bounced - a.bounced)
        .slice(0, most);
    });
  }
}

const complaints = ({ complained, sent }: TenantFare): number => complained / Math.max(sent, 1);

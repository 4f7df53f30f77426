import type { TenantId } from '#lib/kernel';
import { Database } from '#platform/database';
import { Injectable } from '@nestjs/common';
import { CampaignBouncesStore } from '../store/campaign-bounces.store.js';
import type { BounceHour, ReportFigure } from '../store/campaign-bounces.store.js';

export interface CampaignBounces {
  readonly failed: number;
  readonly delayed: number;
  readonly complained: number;
  /** Why mails did not arrive, the most frequent first. */
  readonly byReason: readonly ReportFigure[];
  readonly hours: readonly BounceHour[];
}

/** What came back of one campaign; nothing for a campaign that the tenant does not have. @clause W17.4 */
@Injectable()
export class ReadCampaignBounces {
  constructor(
    private readonly database: Database,
    private readonly bounces: CampaignBouncesStore,
  ) {}

  execute(tenantId: TenantId, campaignId: string): Promise<CampaignBounces> {
    return this.database.inTenant(tenantId, async (tx) => {
      const figures = await this.bounces.figures(tx, tenantId, campaignId);
      const sum = (kind: ReportFigure['kind']): number =>
        figures.reduce((whole, figure) => whole + (figure.kind === kind ? figure.mails : 0), 0);
      return {
        failed: sum('failed'),
        delayed: sum('delayed'),
        complained: sum('complained'),
        byReason: figures.filter(({ kind }) => kind === 'failed'),
        hours: await this.bounces.hours(tx, tenantId, campaignId),
      };
    });
  }
}

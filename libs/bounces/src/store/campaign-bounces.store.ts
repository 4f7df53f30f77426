import type { TenantId } from '#lib/kernel';
import type { Tx } from '#platform/database';
import { Injectable } from '@nestjs/common';
import type { Blame, Reason } from '../domain/refusal/reason.js';

/** One kind of report about the mails of a campaign. */
export interface ReportFigure {
  readonly kind: 'failed' | 'delayed' | 'complained';
  readonly reason: Reason;
  readonly blame: Blame;
  readonly mails: number;
}

/** Mails of one hour that did not arrive, and complaints about others. */
export interface BounceHour {
  readonly at: Date;
  readonly failed: number;
  readonly complained: number;
}

const ofCampaign = `FROM bounce_reports WHERE tenant_id = $1 AND campaign_id = $2`;

/** What came back of one campaign, in numbers. @clause W17.4 */
@Injectable()
export class CampaignBouncesStore {
  figures(tx: Tx, tenantId: TenantId, campaignId: string): Promise<ReportFigure[]> {
    return tx.query(
      `SELECT kind, reason, blame, count(*) AS mails ${ofCampaign}
       GROUP BY kind, reason, blame ORDER BY mails DESC, kind, reason, blame`,
      [tenantId, campaignId],
    );
  }

  /** Hours in which something came back, in their order; the first thousand. */
  hours(tx: Tx, tenantId: TenantId, campaignId: string): Promise<BounceHour[]> {
    return tx.query(
      `SELECT date_trunc('hour', at) AS at, count(*) FILTER (WHERE kind = 'failed') AS failed,
         count(*) FILTER (WHERE kind = 'complained') AS complained
       ${ofCampaign} AND kind IN ('failed', 'complained') GROUP BY 1 ORDER BY 1 LIMIT 1000`,
      [tenantId, campaignId],
    );
  }
}

import type { TenantId } from '#lib/kernel';
import type { Tx } from '#platform/database';
import { Injectable } from '@nestjs/common';

/** People who left by links of a campaign in one hour. */
export interface LeaveHour {
  readonly at: Date;
  readonly people: number;
}

/** Who left because of which campaign, in numbers only. @clause W17.4 */
@Injectable()
export class CampaignLeaves {
  async count(tx: Tx, tenantId: TenantId, campaignId: string, at: Date): Promise<void> {
    await tx.execute(
      `INSERT INTO campaign_leaves AS l (tenant_id, campaign_id, hour, people)
       VALUES ($1, $2, date_trunc('hour', $3::timestamptz), 1)
       ON CONFLICT (tenant_id, campaign_id, hour) DO UPDATE SET people = l.people + 1`,
      [tenantId, campaignId, at],
    );
  }

  /** Hours in which somebody left, in their order. */
  read(tx: Tx, tenantId: TenantId, campaignId: string): Promise<LeaveHour[]> {
    return tx.query<LeaveHour>(
      `SELECT hour AS at, people FROM campaign_leaves WHERE tenant_id = $1 AND campaign_id = $2 ORDER BY hour`,
      [tenantId, campaignId],
    );
  }
}

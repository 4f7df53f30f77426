import type { TenantId } from '#lib/kernel';
import type { Tx } from '#platform/database';
import { Injectable } from '@nestjs/common';
import { CampaignLeaves } from '../store/campaign-leaves.js';
import type { LeaveHour } from '../store/campaign-leaves.js';

/** How many left by links of one campaign, and when. @clause W17.4 */
@Injectable()
export class ReadCampaignLeaves {
  constructor(private readonly leaves: CampaignLeaves) {}

  within(tx: Tx, tenantId: TenantId, campaignId: string): Promise<LeaveHour[]> {
    return this.leaves.read(tx, tenantId, campaignId);
  }
}

import { MailingReactions } from '#lib/delivery';
import type { Reactions } from '#lib/delivery';
import type { TenantId } from '#lib/kernel';
import { ReadCampaignLeaves } from '#lib/subscribers';
import type { LeaveHour } from '#lib/subscribers';
import { Database } from '#platform/database';
import { Injectable } from '@nestjs/common';
import { CampaignsStore } from '../store/campaigns.store.js';

export interface CampaignReactions extends Reactions {
  /** Hours in which somebody left by a link of it. */
  readonly leaves: readonly LeaveHour[];
}

/** What readers and receivers did with a campaign's mails; empty before its launch. */
@Injectable()
export class ReadReactions {
  constructor(
    private readonly database: Database,
    private readonly campaigns: CampaignsStore,
    private readonly reactions: MailingReactions,
    private readonly leaves: ReadCampaignLeaves,
  ) {}

  /** @throws BusinessError campaign.not-found */
  execute(tenantId: TenantId, campaignId: string): Promise<CampaignReactions> {
    return this.database.inTenant(tenantId, async (tx) => {
      await this.campaigns.get(tx, tenantId, campaignId);
      return {
        ...(await this.reactions.read(tx, tenantId, campaignId)),
        leaves: await this.leaves.within(tx, tenantId, campaignId),
      };
    });
  }
}

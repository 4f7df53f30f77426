import { MailingReactions } from '#lib/delivery';
import type { Reactions } from '#lib/delivery';
import type { TenantId } from '#lib/kernel';
import { Database } from '#platform/database';
import { Injectable } from '@nestjs/common';
import { CampaignsStore } from '../store/campaigns.store.js';

/** What readers and receivers did with a campaign's mails; empty before its launch. */
@Injectable()
export class ReadReactions {
  constructor(
    private readonly database: Database,
    private readonly campaigns: CampaignsStore,
    private readonly reactions: MailingReactions,
  ) {}

  /** @throws BusinessError campaign.not-found */
  execute(tenantId: TenantId, campaignId: string): Promise<Reactions> {
    return this.database.inTenant(tenantId, async (tx) => {
      await this.campaigns.get(tx, tenantId, campaignId);
      return this.reactions.read(tx, tenantId, campaignId);
    });
  }
}

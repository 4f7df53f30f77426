import { Database } from '#platform/database';
import { Injectable } from '@nestjs/common';
import type { Campaign } from '../domain/campaign.js';
import { CampaignsStore } from '../store/campaigns.store.js';
import { CreateCampaign } from './create-campaign.js';
import type { Wish } from './move-campaign.js';

/** Makes a new draft of any campaign, to send it again or in a changed form. */
@Injectable()
export class DuplicateCampaign {
  constructor(
    private readonly database: Database,
    private readonly campaigns: CampaignsStore,
    private readonly create: CreateCampaign,
  ) {}

  async execute({ tenantId, campaignId, actor }: Wish): Promise<Campaign> {
    const { draft } = await this.database.inTenant(tenantId, (tx) =>
      this.campaigns.get(tx, tenantId, campaignId),
    );
    return this.create.execute({ tenantId, actor, draft });
  }
}

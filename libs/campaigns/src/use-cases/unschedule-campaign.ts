import { Database } from '#platform/database';
import { Outbox } from '#platform/queue';
import { Injectable } from '@nestjs/common';
import type { Campaign } from '../domain/campaign.js';
import { unschedule } from '../domain/transitions.js';
import { launchCampaignJob } from '../jobs/launch-campaign.job.js';
import { MoveCampaign } from './move-campaign.js';
import type { Wish } from './move-campaign.js';

/** Makes a scheduled campaign a draft again, to edit it. @clause W9.1 */
@Injectable()
export class UnscheduleCampaign {
  constructor(
    private readonly database: Database,
    private readonly move: MoveCampaign,
    private readonly outbox: Outbox,
  ) {}

  /** @throws BusinessError campaign.state-changed */
  execute(wish: Wish): Promise<Campaign> {
    const { tenantId, campaignId } = wish;
    return this.database.inTenant(tenantId, (tx) =>
      this.move.within(tx, wish, async ({ state, version }) => {
        const next = unschedule(state);
        if (next !== state)
          await this.outbox.remove(tx, launchCampaignJob, { tenantId, campaignId, version });
        return { event: 'unscheduled', state: next };
      }),
    );
  }
}

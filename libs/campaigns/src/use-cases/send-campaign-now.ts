import { Database } from '#platform/database';
import { Outbox } from '#platform/queue';
import { Injectable } from '@nestjs/common';
import type { Campaign } from '../domain/campaign.js';
import { sendNow } from '../domain/transitions.js';
import { launchCampaignJob } from '../jobs/launch-campaign.job.js';
import { FreezeContent } from './freeze-content.js';
import { MoveCampaign } from './move-campaign.js';
import type { Wish } from './move-campaign.js';
import { StartMailing } from './start-mailing.js';

/** Launches a draft, or a scheduled campaign before its time, in the request itself. @clause W9.1 */
@Injectable()
export class SendCampaignNow {
  constructor(
    private readonly database: Database,
    private readonly move: MoveCampaign,
    private readonly freeze: FreezeContent,
    private readonly start: StartMailing,
    private readonly outbox: Outbox,
  ) {}

  /** @throws BusinessError campaign.not-ready, campaign.state-changed */
  execute(wish: Wish): Promise<Campaign> {
    const { tenantId, campaignId } = wish;
    return this.database.inTenant(tenantId, (tx) =>
      this.move.within(tx, wish, async (campaign, now) => {
        const { state, version } = campaign;
        const launchable = state.status === 'draft' || state.status === 'scheduled';
        if (!launchable)
          return {
            event: 'launched',
            state: sendNow(state, { scheduledAt: now, contentVersion: 0 }),
          };
        const plan = await this.freeze.within(tx, tenantId, campaign, { scheduledAt: now, now });
        await this.outbox.remove(tx, launchCampaignJob, { tenantId, campaignId, version });
        await this.start.within(tx, tenantId, campaignId, plan.contentVersion);
        return { event: 'launched', state: sendNow(state, plan) };
      }),
    );
  }
}

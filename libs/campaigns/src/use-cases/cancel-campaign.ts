import { StopMailing } from '#lib/delivery';
import { Database } from '#platform/database';
import { Outbox } from '#platform/queue';
import { Injectable } from '@nestjs/common';
import type { Campaign } from '../domain/campaign.js';
import { abort, cancel, isUnderWay } from '../domain/transitions.js';
import { launchCampaignJob } from '../jobs/launch-campaign.job.js';
import { MoveCampaign } from './move-campaign.js';
import type { Wish } from './move-campaign.js';

/**
 * No mail of the campaign shall leave any more. Before the launch nothing has left; a cancel that comes too late
 * stops what is under way, and its receipt says how many had left. @clause W9.1
 */
@Injectable()
export class CancelCampaign {
  constructor(
    private readonly database: Database,
    private readonly move: MoveCampaign,
    private readonly mailing: StopMailing,
    private readonly outbox: Outbox,
  ) {}

  /** @throws BusinessError campaign.state-changed for drafts, and when all mails have left */
  execute(wish: Wish): Promise<Campaign> {
    const { tenantId, campaignId } = wish;
    return this.database.inTenant(tenantId, (tx) =>
      this.move.within(tx, wish, async ({ state, version }) => {
        if (state.status === 'aborted') return { event: 'aborted', state };
        if (isUnderWay(state)) {
          const receipt = await this.mailing.within(tx, tenantId, campaignId);
          return { event: 'aborted', state: abort(state, receipt) };
        }
        const next = cancel(state);
        await this.outbox.remove(tx, launchCampaignJob, { tenantId, campaignId, version });
        return { event: 'cancelled', state: next };
      }),
    );
  }
}

import { Database } from '#platform/database';
import { Outbox } from '#platform/queue';
import { Injectable } from '@nestjs/common';
import type { Campaign } from '../domain/campaign.js';
import { plannedInstant } from '../domain/schedule-time.js';
import { schedule } from '../domain/transitions.js';
import { launchCampaignJob } from '../jobs/launch-campaign.job.js';
import { FreezeContent } from './freeze-content.js';
import { MoveCampaign } from './move-campaign.js';
import type { Wish } from './move-campaign.js';

/** Freezes the content and asks for the launch at the given instant. @clause W9.1 */
@Injectable()
export class ScheduleCampaign {
  constructor(
    private readonly database: Database,
    private readonly move: MoveCampaign,
    private readonly freeze: FreezeContent,
    private readonly outbox: Outbox,
  ) {}

  /** @throws BusinessError campaign.time-past, campaign.time-too-far, campaign.not-ready, campaign.state-changed */
  execute({ at, ...wish }: Wish & { at: Date }): Promise<Campaign> {
    const { tenantId, campaignId } = wish;
    return this.database.inTenant(tenantId, async (tx) => {
      const campaign = await this.move.within(tx, wish, async (present, now) => {
        const { state } = present;
        if (state.status !== 'draft')
          return {
            event: 'scheduled',
            state: schedule(state, { scheduledAt: at, contentVersion: 0 }),
          };
        const scheduledAt = plannedInstant(at, now);
        const plan = await this.freeze.within(tx, tenantId, present, { scheduledAt, now });
        return { event: 'scheduled', state: schedule(state, plan) };
      });
      const data = { tenantId, campaignId, version: campaign.version };
      await this.outbox.add(tx, launchCampaignJob, data, { at });
      return campaign;
    });
  }
}

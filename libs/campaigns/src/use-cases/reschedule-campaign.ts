import { MaySend } from '#lib/contracts';
import { Database } from '#platform/database';
import { Outbox } from '#platform/queue';
import { Injectable } from '@nestjs/common';
import { campaignErrors } from '../campaigns.errors.js';
import type { Campaign } from '../domain/campaign.js';
import { plannedInstant } from '../domain/schedule-time.js';
import { reschedule } from '../domain/transitions.js';
import { launchCampaignJob } from '../jobs/launch-campaign.job.js';
import { MoveCampaign } from './move-campaign.js';
import type { Wish } from './move-campaign.js';

/** Moves a scheduled campaign to another instant; its content stays frozen as it is. @clause W9.1 */
@Injectable()
export class RescheduleCampaign {
  constructor(
    private readonly database: Database,
    private readonly move: MoveCampaign,
    private readonly maySend: MaySend,
    private readonly outbox: Outbox,
  ) {}

  /** @throws BusinessError campaign.time-past, campaign.time-too-far, campaign.contract-inactive, campaign.state-changed */
  execute({ at, ...wish }: Wish & { at: Date }): Promise<Campaign> {
    const { tenantId, campaignId } = wish;
    return this.database.inTenant(tenantId, async (tx) => {
      const campaign = await this.move.within(tx, wish, async ({ state, version }, now) => {
        const next = reschedule(state, at);
        if (next === state) return { event: 'rescheduled', state };
        plannedInstant(at, now);
        if (!(await this.maySend.check(tx, tenantId, at)))
          throw campaignErrors.contractInactive({ field: 'at' });
        await this.outbox.remove(tx, launchCampaignJob, { tenantId, campaignId, version });
        return { event: 'rescheduled', state: next };
      });
      const data = { tenantId, campaignId, version: campaign.version };
      await this.outbox.add(tx, launchCampaignJob, data, { at });
      return campaign;
    });
  }
}

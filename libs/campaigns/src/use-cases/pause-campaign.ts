import { PauseMailing } from '#lib/delivery';
import { Database } from '#platform/database';
import { Injectable } from '@nestjs/common';
import type { Campaign } from '../domain/campaign.js';
import { pause } from '../domain/transitions.js';
import { MoveCampaign } from './move-campaign.js';
import type { Wish } from './move-campaign.js';

/** Lets nothing more leave until the campaign is resumed; those in flight finish. */
@Injectable()
export class PauseCampaign {
  constructor(
    private readonly database: Database,
    private readonly move: MoveCampaign,
    private readonly mailing: PauseMailing,
  ) {}

  /** @throws BusinessError campaign.state-changed */
  execute(wish: Wish): Promise<Campaign> {
    const { tenantId, campaignId } = wish;
    return this.database.inTenant(tenantId, (tx) =>
      this.move.within(tx, wish, async ({ state }) => {
        const next = pause(state);
        if (next !== state) await this.mailing.within(tx, tenantId, campaignId);
        return { event: 'paused', state: next };
      }),
    );
  }
}

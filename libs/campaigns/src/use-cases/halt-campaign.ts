import { PauseMailing } from '#lib/delivery';
import { Database } from '#platform/database';
import { Injectable } from '@nestjs/common';
import type { Campaign } from '../domain/campaign.js';
import { halt } from '../domain/transitions.js';
import { TransitionsStore } from '../store/transitions.store.js';
import { MoveCampaign } from './move-campaign.js';
import type { Wish } from './move-campaign.js';

/** An operator lets nothing more leave; the tenant cannot resume it. @clause W18 */
@Injectable()
export class HaltCampaign {
  constructor(
    private readonly database: Database,
    private readonly move: MoveCampaign,
    private readonly transitions: TransitionsStore,
    private readonly mailing: PauseMailing,
  ) {}

  /** @throws BusinessError campaign.state-changed */
  execute(wish: Wish): Promise<Campaign> {
    const { tenantId, campaignId } = wish;
    return this.database.inTenant(tenantId, (tx) =>
      this.move.within(tx, wish, async ({ state }) => {
        const next = halt(state, await this.transitions.isHalted(tx, tenantId, campaignId));
        if (state.status === 'sending') await this.mailing.within(tx, tenantId, campaignId);
        return { event: 'halted', state: next };
      }),
    );
  }
}

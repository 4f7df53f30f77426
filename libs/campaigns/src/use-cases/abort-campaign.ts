import { StopMailing } from '#lib/delivery';
import { Database } from '#platform/database';
import { Injectable } from '@nestjs/common';
import type { Campaign } from '../domain/campaign.js';
import { nothingLeft } from '../domain/campaign.js';
import { abort, isUnderWay } from '../domain/transitions.js';
import { MoveCampaign } from './move-campaign.js';
import type { Wish } from './move-campaign.js';

/** Stops a campaign under way for good; those in flight finish, the rest is not sent. The first receipt stands. */
@Injectable()
export class AbortCampaign {
  constructor(
    private readonly database: Database,
    private readonly move: MoveCampaign,
    private readonly mailing: StopMailing,
  ) {}

  /** @throws BusinessError campaign.state-changed unless it is sending, paused or aborted already */
  execute(wish: Wish): Promise<Campaign> {
    const { tenantId, campaignId } = wish;
    return this.database.inTenant(tenantId, (tx) =>
      this.move.within(tx, wish, async ({ state }) => {
        const receipt = isUnderWay(state)
          ? await this.mailing.within(tx, tenantId, campaignId)
          : nothingLeft;
        return { event: 'aborted', state: abort(state, receipt) };
      }),
    );
  }
}

import { asTenantId } from '#lib/kernel';
import { Database } from '#platform/database';
import { Injectable } from '@nestjs/common';
import { finish } from '../domain/transitions.js';
import { MoveCampaign } from './move-campaign.js';

/** Every recipient has an outcome. */
@Injectable()
export class FinishCampaign {
  constructor(
    private readonly database: Database,
    private readonly move: MoveCampaign,
  ) {}

  async execute(data: { tenantId: string; campaignId: string }): Promise<void> {
    const tenantId = asTenantId(data.tenantId);
    const wish = { tenantId, campaignId: data.campaignId, actor: { kind: 'system' } } as const;
    await this.database.inTenant(tenantId, (tx) =>
      this.move.within(tx, wish, ({ state }) => ({ event: 'finished', state: finish(state) })),
    );
  }
}

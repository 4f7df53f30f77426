import { BusinessError, asTenantId } from '#lib/kernel';
import { Database } from '#platform/database';
import { Injectable } from '@nestjs/common';
import { WaitingStore } from '../store/waiting.store.js';
import { PauseCampaign } from './pause-campaign.js';

/** A suspended tenant sends nothing, and nothing goes on by itself afterwards: a member resumes it. */
@Injectable()
export class PauseForSuspension {
  constructor(
    private readonly database: Database,
    private readonly waiting: WaitingStore,
    private readonly pause: PauseCampaign,
  ) {}

  async execute(data: { tenantId: string }): Promise<void> {
    const tenantId = asTenantId(data.tenantId);
    const ids = await this.database.inTenant(tenantId, (tx) => this.waiting.sending(tx, tenantId));
    for (const campaignId of ids)
      await this.pause
        .execute({ tenantId, campaignId, actor: { kind: 'system' } })
        .catch(unlessItEnded);
  }
}

const unlessItEnded = (error: unknown): void => {
  if (!(error instanceof BusinessError && error.code === 'campaign.state-changed')) throw error;
};

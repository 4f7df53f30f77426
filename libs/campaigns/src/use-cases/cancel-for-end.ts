import { BusinessError, asTenantId } from '#lib/kernel';
import { Database } from '#platform/database';
import { Injectable } from '@nestjs/common';
import { WaitingStore } from '../store/waiting.store.js';
import { CancelCampaign } from './cancel-campaign.js';

/** The contract is over: nothing that was planned leaves any more, and what is under way stops. @clause W14.1, W15.2 */
@Injectable()
export class CancelForEnd {
  constructor(
    private readonly database: Database,
    private readonly waiting: WaitingStore,
    private readonly cancel: CancelCampaign,
  ) {}

  async execute(data: { tenantId: string }): Promise<void> {
    const tenantId = asTenantId(data.tenantId);
    const ids = await this.database.inTenant(tenantId, (tx) => this.waiting.open(tx, tenantId));
    for (const campaignId of ids)
      await this.cancel
        .execute({ tenantId, campaignId, actor: { kind: 'system' } })
        .catch(unlessItEnded);
  }
}

const unlessItEnded = (error: unknown): void => {
  if (!(error instanceof BusinessError && error.code === 'campaign.state-changed')) throw error;
};

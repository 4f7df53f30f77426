import { asTenantId } from '#lib/kernel';
import { Database } from '#platform/database';
import { Injectable } from '@nestjs/common';
import { WaitingStore } from '../store/waiting.store.js';
import { LaunchCampaign } from './launch-campaign.js';

/** The contract is awake again: what was held leaves, or is missed when more than a day late. */
@Injectable()
export class ReleaseHeldCampaigns {
  constructor(
    private readonly database: Database,
    private readonly waiting: WaitingStore,
    private readonly launch: LaunchCampaign,
  ) {}

  async execute({ tenantId }: { tenantId: string }): Promise<void> {
    const tenant = asTenantId(tenantId);
    const held = await this.database.inTenant(tenant, (tx) => this.waiting.held(tx, tenant));
    for (const campaign of held) await this.launch.execute(campaign);
  }
}

import { asTenantId } from '#lib/kernel';
import { Injectable } from '@nestjs/common';
import { PublishEvent } from '../publish-event.js';

/** A campaign’s first mails may leave. */
@Injectable()
export class TellCampaignLaunched {
  constructor(private readonly events: PublishEvent) {}

  async execute({ tenantId, campaignId }: { tenantId: string; campaignId: string }): Promise<void> {
    await this.events.execute(asTenantId(tenantId), 'campaign.launched', () => ({ campaignId }));
  }
}

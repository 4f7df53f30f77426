import { BusinessError, asTenantId } from '#lib/kernel';
import { Injectable } from '@nestjs/common';
import { PauseCampaign } from './pause-campaign.js';

/** Receivers refuse everything of the sender: the campaign stands still until a person has mended the cause. */
@Injectable()
export class PauseBlocked {
  constructor(private readonly pause: PauseCampaign) {}

  async execute(data: { tenantId: string; campaignId: string; reason: string }): Promise<void> {
    const { campaignId, reason } = data;
    const wish = {
      tenantId: asTenantId(data.tenantId),
      campaignId,
      actor: { kind: 'system' },
      reason: `blocked: ${reason}`,
    } as const;
    try {
      await this.pause.execute(wish);
    } catch (error) {
      if (!(error instanceof BusinessError && error.code === 'campaign.state-changed')) throw error;
    }
  }
}

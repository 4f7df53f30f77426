import { BusinessError, asTenantId } from '#lib/kernel';
import { Injectable } from '@nestjs/common';
import { AbortCampaign } from './abort-campaign.js';
import { ResumeCampaign } from './resume-campaign.js';

/** An operator has looked at a campaign whose list is bad: it goes on, or it ends here. */
@Injectable()
export class SettleHeld {
  constructor(
    private readonly resume: ResumeCampaign,
    private readonly abort: AbortCampaign,
  ) {}

  async execute(data: { tenantId: string; campaignId: string; decision: string }): Promise<void> {
    const { campaignId, decision } = data;
    const wish = {
      tenantId: asTenantId(data.tenantId),
      campaignId,
      actor: { kind: 'system' },
      reason: `quality gate: ${decision}`,
    } as const;
    try {
      await (decision === 'aborted' ? this.abort : this.resume).execute(wish);
    } catch (error) {
      if (!(error instanceof BusinessError && error.kind === 'conflict')) throw error;
    }
  }
}

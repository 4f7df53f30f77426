import { MailingProgress } from '#lib/delivery';
import { asTenantId } from '#lib/kernel';
import { Injectable } from '@nestjs/common';
import { PublishEvent } from '../publish-event.js';

/** Every mail of a campaign is settled: how many were accepted, refused and so on. */
@Injectable()
export class TellCampaignFinished {
  constructor(
    private readonly events: PublishEvent,
    private readonly progress: MailingProgress,
  ) {}

  async execute(told: { tenantId: string; campaignId: string }): Promise<void> {
    const tenantId = asTenantId(told.tenantId);
    const { campaignId } = told;
    await this.events.execute(tenantId, 'campaign.finished', async (tx) => {
      const p = await this.progress.read(tx, tenantId, campaignId);
      const { candidates, accepted, refused, unknown, cancelled, excluded } = p;
      return { campaignId, candidates, accepted, refused, unknown, cancelled, excluded };
    });
  }
}

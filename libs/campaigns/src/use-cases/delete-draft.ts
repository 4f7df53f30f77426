import { AuditTrail } from '#lib/accounts';
import { Database } from '#platform/database';
import { Injectable } from '@nestjs/common';
import { campaignErrors } from '../campaigns.errors.js';
import { CampaignsStore } from '../store/campaigns.store.js';
import type { Wish } from './move-campaign.js';

/** Throws a draft away; the record of what happened to it stays. */
@Injectable()
export class DeleteDraft {
  constructor(
    private readonly database: Database,
    private readonly campaigns: CampaignsStore,
    private readonly audit: AuditTrail,
  ) {}

  /** @throws BusinessError campaign.not-draft */
  execute({ tenantId, campaignId, actor }: Wish): Promise<void> {
    return this.database.inTenant(tenantId, async (tx) => {
      const { status } = (await this.campaigns.lock(tx, tenantId, campaignId)).state;
      if (status !== 'draft') throw campaignErrors.notDraft({ params: { status } });
      await this.campaigns.delete(tx, tenantId, campaignId);
      await this.audit.record(tx, {
        tenantId,
        actor,
        action: 'campaign.deleted',
        subject: { kind: 'campaign', id: campaignId },
      });
    });
  }
}

import { AuditTrail } from '#lib/accounts';
import { Clock } from '#lib/kernel';
import { Database } from '#platform/database';
import { httpErrors } from '#platform/http';
import { Injectable } from '@nestjs/common';
import { campaignErrors } from '../campaigns.errors.js';
import type { Campaign, Draft } from '../domain/campaign.js';
import { CampaignsStore } from '../store/campaigns.store.js';
import { CompileDraft } from './compile-draft.js';
import type { Wish } from './move-campaign.js';
import { ResolveTarget } from './resolve-target.js';

export interface Edit extends Wish {
  /** The version the member edited. */
  readonly version: number;
  readonly changes: Partial<Draft>;
}

/** Changes a draft; what is not given stays. */
@Injectable()
export class UpdateCampaign {
  constructor(
    private readonly database: Database,
    private readonly campaigns: CampaignsStore,
    private readonly resolve: ResolveTarget,
    private readonly compile: CompileDraft,
    private readonly audit: AuditTrail,
    private readonly clock: Clock,
  ) {}

  /** @throws BusinessError campaign.not-draft, request.version-changed, and as for a new campaign */
  execute({ tenantId, campaignId, actor, version, changes }: Edit): Promise<Campaign> {
    return this.database.inTenant(tenantId, async (tx) => {
      const campaign = await this.campaigns.lock(tx, tenantId, campaignId);
      const { status } = campaign.state;
      if (status !== 'draft') throw campaignErrors.notDraft({ params: { status } });
      if (campaign.version !== version) throw httpErrors.versionChanged({ field: 'If-Match' });
      const draft = await this.compile.changed(campaign.draft, changes);
      await this.resolve.accept(tx, tenantId, draft);
      const at = this.clock.now();
      const saved = await this.campaigns.writeDraft(tx, tenantId, campaign, draft, at);
      await this.audit.record(tx, {
        tenantId,
        actor,
        action: 'campaign.edited',
        subject: { kind: 'campaign', id: campaignId },
        details: { fields: Object.keys(changes).join(' ') },
      });
      return saved;
    });
  }
}

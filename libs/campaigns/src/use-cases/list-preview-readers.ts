import type { TenantId } from '#lib/kernel';
import { SampleRecipients } from '#lib/subscribers';
import type { SampleRecipient } from '#lib/subscribers';
import { Database } from '#platform/database';
import { Injectable } from '@nestjs/common';
import { CampaignsStore } from '../store/campaigns.store.js';
import { previewReaders } from './preview-campaign.js';
import { ResolveTarget } from './resolve-target.js';

/** The real readers a preview can be looked through with, their addresses masked. @clause W17.4 */
@Injectable()
export class ListPreviewReaders {
  constructor(
    private readonly database: Database,
    private readonly campaigns: CampaignsStore,
    private readonly resolve: ResolveTarget,
    private readonly samples: SampleRecipients,
  ) {}

  async execute(tenantId: TenantId, campaignId: string): Promise<SampleRecipient[]> {
    const { target, problems } = await this.database.inTenant(tenantId, async (tx) => {
      const { draft } = await this.campaigns.get(tx, tenantId, campaignId);
      return this.resolve.within(tx, tenantId, draft);
    });
    return problems.length > 0 ? [] : this.samples.execute(tenantId, target, previewReaders);
  }
}

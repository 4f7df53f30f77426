import type { TenantId } from '#lib/kernel';
import type { Tx } from '#platform/database';
import { Injectable } from '@nestjs/common';
import { campaignErrors } from '../campaigns.errors.js';
import { covers } from '../domain/approval.js';
import type { Campaign } from '../domain/campaign.js';
import { ApprovalsStore } from '../store/approvals.store.js';
import { CampaignSettingsStore } from '../store/campaign-settings.store.js';

interface Wanted {
  readonly sha256: Buffer;
  readonly recipients: number;
}

/** Nothing leaves without the approvals it needs, bound to exactly what leaves. */
@Injectable()
export class DemandApprovals {
  constructor(
    private readonly approvals: ApprovalsStore,
    private readonly settings: CampaignSettingsStore,
  ) {}

  /** @throws BusinessError campaign.approval-needed, campaign.review-needed */
  async demand(tx: Tx, tenantId: TenantId, { id, draft }: Campaign, wanted: Wanted): Promise<void> {
    const { approvalNeeded } = await this.settings.get(tx, tenantId);
    if (approvalNeeded && !covers(await this.approvals.newest(tx, tenantId, id, 'member'), wanted))
      throw campaignErrors.approvalNeeded();
    const reviewed = draft.category === 'election';
    if (reviewed && !covers(await this.approvals.newest(tx, tenantId, id, 'operator'), wanted))
      throw campaignErrors.reviewNeeded();
  }
}

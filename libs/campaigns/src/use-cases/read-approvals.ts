import type { TenantId } from '#lib/kernel';
import { Database } from '#platform/database';
import { Injectable } from '@nestjs/common';
import { campaignErrors } from '../campaigns.errors.js';
import { isAboutSame } from '../domain/approval.js';
import type { Approval } from '../domain/approval.js';
import { ApprovalsStore } from '../store/approvals.store.js';
import type { OpenReview } from '../store/approvals.store.js';
import { CampaignSettingsStore } from '../store/campaign-settings.store.js';
import { CampaignsStore } from '../store/campaigns.store.js';
import { VersionsStore, hashOf } from '../store/versions.store.js';
import type { Frozen } from '../store/versions.store.js';
import { ComposeContent } from './compose-content.js';

export interface ReadApproval extends Approval {
  /** The draft is no longer what the request was about. */
  readonly outdated: boolean;
}

interface Approvals {
  readonly approvalNeeded: boolean;
  readonly reviewNeeded: boolean;
  readonly items: readonly ReadApproval[];
}

/** Who was asked to approve a campaign, and what they said. */
@Injectable()
export class ReadApprovals {
  constructor(
    private readonly database: Database,
    private readonly campaigns: CampaignsStore,
    private readonly approvals: ApprovalsStore,
    private readonly settings: CampaignSettingsStore,
    private readonly versions: VersionsStore,
    private readonly compose: ComposeContent,
  ) {}

  /** @throws BusinessError campaign.not-found */
  execute(tenantId: TenantId, campaignId: string): Promise<Approvals> {
    return this.database.inTenant(tenantId, async (tx) => {
      const { draft } = await this.campaigns.get(tx, tenantId, campaignId);
      const { approvalNeeded } = await this.settings.get(tx, tenantId);
      const { content, target } = await this.compose.within(tx, tenantId, draft);
      const now = { sha256: hashOf({ content, target }), recipients: 0 };
      const items = await this.approvals.list(tx, tenantId, campaignId);
      return {
        approvalNeeded,
        reviewNeeded: draft.category === 'election',
        items: items.map((item) => ({ ...item, outdated: !isAboutSame(item, now) })),
      };
    });
  }

  openReviews(): Promise<OpenReview[]> {
    return this.database.asSystem((tx) => this.approvals.openReviews(tx, 200));
  }

  /** What an operator was asked to review; asking was the tenant's consent to its being read. */
  reviewed(tenantId: TenantId, campaignId: string): Promise<Frozen> {
    return this.database.inTenant(tenantId, async (tx) => {
      const request = await this.approvals.newest(tx, tenantId, campaignId, 'operator');
      if (!request || request.decision) throw campaignErrors.noRequest();
      return this.versions.get(tx, tenantId, campaignId, request.contentVersion);
    });
  }
}

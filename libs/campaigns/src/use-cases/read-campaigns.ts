import { MailingProgress, Problems } from '#lib/delivery';
import type { Holder, ProblemGroup, Progress } from '#lib/delivery';
import type { TenantId } from '#lib/kernel';
import { Database } from '#platform/database';
import type { Tx } from '#platform/database';
import type { Position } from '#platform/http';
import { Injectable } from '@nestjs/common';
import type { Campaign, CampaignLine, CampaignStatus } from '../domain/campaign.js';
import { CampaignsStore } from '../store/campaigns.store.js';
import { TransitionsStore } from '../store/transitions.store.js';
import type { Transition } from '../store/transitions.store.js';

export interface CampaignWithProgress<T extends CampaignLine = Campaign> {
  readonly campaign: T;
  /** Null before the launch. */
  readonly progress: Progress | null;
  /** An operator stopped it, and only operators let it go on. */
  readonly halted: boolean;
  /** Too much of it came back, or a detector holds it: an operator decides. */
  readonly underReview: boolean;
  /** Where operators have to decide before it goes on. */
  readonly heldBy: readonly Holder[];
}

/** Campaigns, how far their mails are, and what was done to them. */
@Injectable()
export class ReadCampaigns {
  constructor(
    private readonly database: Database,
    private readonly campaigns: CampaignsStore,
    private readonly transitions: TransitionsStore,
    private readonly progress: MailingProgress,
    private readonly troubles: Problems,
  ) {}

  /** @throws BusinessError campaign.not-found */
  execute(tenantId: TenantId, campaignId: string): Promise<CampaignWithProgress> {
    return this.database.inTenant(tenantId, async (tx) =>
      this.withProgress(tx, tenantId, await this.campaigns.get(tx, tenantId, campaignId)),
    );
  }

  /** Newest first; one more than `limit` when there are more. */
  list(
    tenantId: TenantId,
    wanted: { statuses?: readonly CampaignStatus[]; after?: Position; limit: number },
  ): Promise<CampaignWithProgress<CampaignLine>[]> {
    return this.database.inTenant(tenantId, async (tx) => {
      const campaigns = await this.campaigns.list(tx, tenantId, wanted);
      const launched = campaigns.filter(({ state }) => 'launchedAt' in state).map(({ id }) => id);
      const progress = await this.progress.many(tx, tenantId, launched);
      const read = [];
      for (const campaign of campaigns)
        read.push({
          campaign,
          progress: progress.get(campaign.id) ?? null,
          ...(await this.stops(tx, tenantId, campaign)),
        });
      return read;
    });
  }

  /** Every change of state with who and when, oldest first. @throws BusinessError campaign.not-found */
  history(tenantId: TenantId, campaignId: string): Promise<Transition[]> {
    return this.database.inTenant(tenantId, async (tx) => {
      await this.campaigns.get(tx, tenantId, campaignId);
      return this.transitions.list(tx, tenantId, campaignId);
    });
  }

  /** What went wrong with its mails, grouped. @throws BusinessError campaign.not-found */
  problems(tenantId: TenantId, campaignId: string): Promise<ProblemGroup[]> {
    return this.database.inTenant(tenantId, async (tx) => {
      await this.campaigns.get(tx, tenantId, campaignId);
      return this.troubles.read(tx, tenantId, campaignId);
    });
  }

  private async withProgress(
    tx: Tx,
    tenantId: TenantId,
    campaign: Campaign,
  ): Promise<CampaignWithProgress> {
    const launched = 'launchedAt' in campaign.state;
    return {
      campaign,
      progress: launched ? await this.progress.read(tx, tenantId, campaign.id) : null,
      ...(await this.stops(tx, tenantId, campaign)),
    };
  }

  private async stops(
    tx: Tx,
    tenantId: TenantId,
    { id, state }: CampaignLine,
  ): Promise<{ halted: boolean; underReview: boolean; heldBy: readonly Holder[] }> {
    if (state.status !== 'paused') return { halted: false, underReview: false, heldBy: [] };
    const heldBy = await this.progress.heldBy(tx, tenantId, id);
    return {
      halted: await this.transitions.isHalted(tx, tenantId, id),
      underReview: heldBy.length > 0,
      heldBy,
    };
  }
}

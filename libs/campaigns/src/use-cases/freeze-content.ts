import type { TenantId } from '#lib/kernel';
import type { Tx } from '#platform/database';
import { Injectable } from '@nestjs/common';
import { campaignErrors, notReady } from '../campaigns.errors.js';
import type { Campaign, Plan } from '../domain/campaign.js';
import { errorsOf } from '../domain/finding.js';
import { VersionsStore, hashOf } from '../store/versions.store.js';
import { CheckCampaign } from './check-campaign.js';
import { DemandApprovals } from './demand-approvals.js';

/** Checks what the members wrote and keeps it as it is now, so that a later edit changes nothing that was promised. */
@Injectable()
export class FreezeContent {
  constructor(
    private readonly check: CheckCampaign,
    private readonly versions: VersionsStore,
    private readonly approvals: DemandApprovals,
  ) {}

  /** @throws BusinessError campaign.contract-inactive, campaign.not-ready with the first finding, campaign.approval-needed, campaign.review-needed */
  async within(
    tx: Tx,
    tenantId: TenantId,
    campaign: Campaign,
    { scheduledAt, now }: { scheduledAt: Date; now: Date },
  ): Promise<Plan> {
    const { id, draft } = campaign;
    const { findings, content, target, recipients } = await this.check.within(
      tx,
      tenantId,
      draft,
      scheduledAt,
    );
    const errors = errorsOf(findings);
    if (errors.some(({ code }) => code === 'contract.inactive'))
      throw campaignErrors.contractInactive();
    const [worst] = errors;
    if (worst) throw notReady(worst);
    const sha256 = hashOf({ content, target });
    await this.approvals.demand(tx, tenantId, campaign, { sha256, recipients });
    const contentVersion = await this.versions.freeze(tx, tenantId, id, { content, target }, now);
    return { scheduledAt, contentVersion };
  }
}

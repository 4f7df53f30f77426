import type { TenantId } from '#lib/kernel';
import type { Tx } from '#platform/database';
import { Injectable } from '@nestjs/common';
import { notReady } from '../campaigns.errors.js';
import type { Campaign, Plan } from '../domain/campaign.js';
import { errorsOf } from '../domain/finding.js';
import { VersionsStore } from '../store/versions.store.js';
import { CheckCampaign } from './check-campaign.js';

/** Checks what the members wrote and keeps it as it is now, so that a later edit changes nothing that was promised. */
@Injectable()
export class FreezeContent {
  constructor(
    private readonly check: CheckCampaign,
    private readonly versions: VersionsStore,
  ) {}

  /** @throws BusinessError campaign.not-ready with the first finding */
  async within(
    tx: Tx,
    tenantId: TenantId,
    { id, draft }: Campaign,
    { scheduledAt, now }: { scheduledAt: Date; now: Date },
  ): Promise<Plan> {
    const { findings, content, target } = await this.check.within(tx, tenantId, draft, scheduledAt);
    const [worst] = errorsOf(findings);
    if (worst) throw notReady(worst);
    const contentVersion = await this.versions.freeze(tx, tenantId, id, { content, target }, now);
    return { scheduledAt, contentVersion };
  }
}

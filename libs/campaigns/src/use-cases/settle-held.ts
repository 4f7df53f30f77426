import { BusinessError, asTenantId } from '#lib/kernel';
import type { TenantId } from '#lib/kernel';
import { Database } from '#platform/database';
import { Injectable } from '@nestjs/common';
import { TransitionsStore } from '../store/transitions.store.js';
import { AbortCampaign } from './abort-campaign.js';
import { ResumeCampaign } from './resume-campaign.js';

/** It ended meanwhile, an operator stopped it for another reason, or the contract does not allow sending. */
const otherReasons = new Set(['conflict', 'forbidden']);

/**
 * An operator has looked at a campaign whose list is bad: it goes on, or it ends here. What its owners paused
 * themselves, and what may not leave for another reason, stays as it is: now they can resume it.
 */
@Injectable()
export class SettleHeld {
  constructor(
    private readonly database: Database,
    private readonly transitions: TransitionsStore,
    private readonly resume: ResumeCampaign,
    private readonly abort: AbortCampaign,
  ) {}

  async execute(data: { tenantId: string; campaignId: string; decision: string }): Promise<void> {
    const { campaignId, decision } = data;
    const tenantId = asTenantId(data.tenantId);
    const wish = {
      ...{ tenantId, campaignId },
      actor: { kind: 'system' },
      reason: `quality gate: ${decision}`,
    } as const;
    try {
      if (decision === 'aborted') await this.abort.execute(wish);
      else if (!(await this.isPausedByOwners(tenantId, campaignId)))
        await this.resume.execute(wish);
    } catch (error) {
      const isHeldUp = error instanceof BusinessError && otherReasons.has(error.kind);
      if (!isHeldUp) throw error;
    }
  }

  private isPausedByOwners(tenantId: TenantId, campaignId: string): Promise<boolean> {
    return this.database.inTenant(tenantId, (tx) =>
      this.transitions.isPausedByOwners(tx, tenantId, campaignId),
    );
  }
}

import { AuditTrail } from '#lib/accounts';
import type { Actor } from '#lib/accounts';
import { Clock, newId } from '#lib/kernel';
import type { TenantId } from '#lib/kernel';
import { Database } from '#platform/database';
import { Injectable } from '@nestjs/common';
import type { Campaign, Draft } from '../domain/campaign.js';
import { CampaignsStore } from '../store/campaigns.store.js';
import { ResolveTarget } from './resolve-target.js';

export interface NewCampaign {
  readonly tenantId: TenantId;
  readonly actor: Actor;
  readonly draft: Draft;
}

@Injectable()
export class CreateCampaign {
  constructor(
    private readonly database: Database,
    private readonly campaigns: CampaignsStore,
    private readonly resolve: ResolveTarget,
    private readonly audit: AuditTrail,
    private readonly clock: Clock,
  ) {}

  /** @throws BusinessError campaign.unknown-newsletter, campaign.target-twice, campaign.bad-condition, segment.not-found */
  execute({ tenantId, actor, draft }: NewCampaign): Promise<Campaign> {
    const at = this.clock.now();
    return this.database.inTenant(tenantId, async (tx) => {
      await this.resolve.accept(tx, tenantId, draft);
      const campaign = await this.campaigns.insert(tx, tenantId, newId(at), draft, at);
      await this.audit.record(tx, {
        tenantId,
        actor,
        action: 'campaign.created',
        subject: { kind: 'campaign', id: campaign.id },
      });
      return campaign;
    });
  }
}

import { AuditTrail } from '#lib/accounts';
import type { Actor } from '#lib/accounts';
import type { TenantId } from '#lib/kernel';
import { Database } from '#platform/database';
import { httpErrors } from '#platform/http';
import { Injectable } from '@nestjs/common';
import { CampaignSettingsStore } from '../store/campaign-settings.store.js';
import type { CampaignSettings } from '../store/campaign-settings.store.js';

interface Change extends CampaignSettings {
  readonly tenantId: TenantId;
  readonly actor: Actor;
}

/** Whether a second member has to approve campaigns. */
@Injectable()
export class SetCampaignSettings {
  constructor(
    private readonly database: Database,
    private readonly settings: CampaignSettingsStore,
    private readonly audit: AuditTrail,
  ) {}

  read(tenantId: TenantId): Promise<CampaignSettings> {
    return this.database.inTenant(tenantId, (tx) => this.settings.get(tx, tenantId));
  }

  /** @throws BusinessError request.version-changed */
  execute({ tenantId, actor, version, approvalNeeded }: Change): Promise<void> {
    return this.database.inTenant(tenantId, async (tx) => {
      if (!(await this.settings.set(tx, tenantId, { version, approvalNeeded })))
        throw httpErrors.versionChanged({ field: 'If-Match' });
      await this.audit.record(tx, {
        tenantId,
        actor,
        action: 'campaign-settings.changed',
        subject: { kind: 'tenant', id: tenantId },
        details: { approvalNeeded },
      });
    });
  }
}

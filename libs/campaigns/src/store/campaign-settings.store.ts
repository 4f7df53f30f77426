import type { TenantId } from '#lib/kernel';
import type { Tx } from '#platform/database';
import { Injectable } from '@nestjs/common';

export interface CampaignSettings {
  /** 0 until somebody set them. */
  readonly version: number;
  /** Whether a second member has to approve each campaign. */
  readonly approvalNeeded: boolean;
}

@Injectable()
export class CampaignSettingsStore {
  async get(tx: Tx, tenantId: TenantId): Promise<CampaignSettings> {
    const [row] = await tx.query<CampaignSettings>(
      `SELECT version, approval_needed AS "approvalNeeded" FROM campaign_settings WHERE tenant_id = $1`,
      [tenantId],
    );
    return row ?? { version: 0, approvalNeeded: false };
  }

  /** False when the version is no longer the one that was edited. */
  async set(
    tx: Tx,
    tenantId: TenantId,
    { version, approvalNeeded }: CampaignSettings,
  ): Promise<boolean> {
    const set = await tx.execute(
      version === 0
        ? `INSERT INTO campaign_settings (tenant_id, version, approval_needed) VALUES ($1, $2 + 1, $3)
           ON CONFLICT DO NOTHING`
        : `UPDATE campaign_settings SET version = version + 1, approval_needed = $3
           WHERE tenant_id = $1 AND version = $2`,
      [tenantId, version, approvalNeeded],
    );
    return set > 0;
  }
}

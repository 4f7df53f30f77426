import type { TenantId } from '#lib/kernel';
import type { Tx } from '#platform/database';
import { Injectable } from '@nestjs/common';

/** Mailings that wait for an operator's decision. */
@Injectable()
export class MailingHolds {
  /** False when it is held already. */
  async add(tx: Tx, tenantId: TenantId, campaignId: string, at: Date): Promise<boolean> {
    const added = await tx.execute(
      `INSERT INTO mailing_holds (tenant_id, campaign_id, held_at) VALUES ($1, $2, $3)
       ON CONFLICT (tenant_id, campaign_id) WHERE decided_at IS NULL DO NOTHING`,
      [tenantId, campaignId, at],
    );
    return added === 1;
  }

  async isHeld(tx: Tx, tenantId: TenantId, campaignId: string): Promise<boolean> {
    const rows = await tx.query(
      `SELECT FROM mailing_holds WHERE tenant_id = $1 AND campaign_id = $2 AND decided_at IS NULL`,
      [tenantId, campaignId],
    );
    return rows.length > 0;
  }

  /** False when it is not held. */
  async end(tx: Tx, tenantId: TenantId, campaignId: string, at: Date): Promise<boolean> {
    const ended = await tx.execute(
      `UPDATE mailing_holds SET decided_at = $3 WHERE tenant_id = $1 AND campaign_id = $2 AND decided_at IS NULL`,
      [tenantId, campaignId, at],
    );
    return ended === 1;
  }
}

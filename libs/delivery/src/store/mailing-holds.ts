import type { TenantId } from '#lib/kernel';
import type { Tx } from '#platform/database';
import { Injectable } from '@nestjs/common';
import type { HoldReason } from '../domain/hold-reason.js';

/** Mailings that wait for operators' decisions, one for each reason. */
@Injectable()
export class MailingHolds {
  /** False when it is held for this reason already. */
  async add(
    tx: Tx,
    tenantId: TenantId,
    campaignId: string,
    reason: HoldReason,
    at: Date,
  ): Promise<boolean> {
    const added = await tx.execute(
      `INSERT INTO mailing_holds (tenant_id, campaign_id, reason, held_at) VALUES ($1, $2, $3, $4)
       ON CONFLICT (tenant_id, campaign_id, reason) WHERE decided_at IS NULL DO NOTHING`,
      [tenantId, campaignId, reason, at],
    );
    return added === 1;
  }

  async isHeld(tx: Tx, tenantId: TenantId, campaignId: string): Promise<boolean> {
    return (await this.reasons(tx, tenantId, campaignId)).length > 0;
  }

  /** For which it waits now, in alphabetical order. */
  async reasons(tx: Tx, tenantId: TenantId, campaignId: string): Promise<HoldReason[]> {
    const rows = await tx.query<{ reason: HoldReason }>(
      `SELECT reason FROM mailing_holds WHERE tenant_id = $1 AND campaign_id = $2 AND decided_at IS NULL
       ORDER BY reason`,
      [tenantId, campaignId],
    );
    return rows.map(({ reason }) => reason);
  }

  /** False when it is not held for this reason. */
  async end(
    tx: Tx,
    tenantId: TenantId,
    campaignId: string,
    reason: HoldReason,
    at: Date,
  ): Promise<boolean> {
    const ended = await tx.execute(
      `UPDATE mailing_holds SET decided_at = $4
       WHERE tenant_id = $1 AND campaign_id = $2 AND reason = $3 AND decided_at IS NULL`,
      [tenantId, campaignId, reason, at],
    );
    return ended === 1;
  }
}

import type { TenantId } from '#lib/kernel';
import type { Tx } from '#platform/database';
import { Injectable } from '@nestjs/common';
import type { Rows } from './ledger.js';

/** Mails of unknown fate, by why nobody knows. */
export interface UnknownReason {
  /** `worker-lost` or `connection-lost`. */
  readonly reason: string;
  readonly count: number;
}

/** The mails of unknown fate of a mailing, and what people decided about them. */
@Injectable()
export class UnknownDecisions {
  reasons(tx: Tx, tenantId: TenantId, rows: Rows): Promise<UnknownReason[]> {
    return tx.query<UnknownReason>(
      `SELECT coalesce(reason, 'worker-lost') AS reason, count(*)::int AS count FROM deliveries
       WHERE tenant_id = $1 AND campaign_id = $2 AND delivery_no BETWEEN $3 AND $4
         AND state = 'unknown'
       GROUP BY 1 ORDER BY 1`,
      [tenantId, rows.campaignId, rows.firstNo, rows.lastNo],
    );
  }

  /** How many were left as they are. */
  async left(tx: Tx, tenantId: TenantId, campaignId: string): Promise<number> {
    const [row] = await tx.query<{ mails: number }>(
      `SELECT mails FROM unknown_decisions WHERE tenant_id = $1 AND campaign_id = $2`,
      [tenantId, campaignId],
    );
    return row?.mails ?? 0;
  }

  async leave(tx: Tx, tenantId: TenantId, campaignId: string, mails: number): Promise<void> {
    await tx.execute(
      `INSERT INTO unknown_decisions (tenant_id, campaign_id, mails, decided_at)
       VALUES ($1, $2, $3, app_now())
       ON CONFLICT (tenant_id, campaign_id) DO UPDATE SET mails = $3, decided_at = app_now()`,
      [tenantId, campaignId, mails],
    );
  }

  async forget(tx: Tx, tenantId: TenantId, campaignId: string): Promise<void> {
    await tx.execute(`DELETE FROM unknown_decisions WHERE tenant_id = $1 AND campaign_id = $2`, [
      tenantId,
      campaignId,
    ]);
  }
}

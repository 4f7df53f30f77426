import type { TenantId } from '#lib/kernel';
import type { Tx } from '#platform/database';
import { Injectable } from '@nestjs/common';

/** How many tests a member has sent lately. */
@Injectable()
export class TestSendsStore {
  /** One at a time for a member until the transaction ends, so that the count is exact. */
  async countSince(tx: Tx, tenantId: TenantId, memberId: string, since: Date): Promise<number> {
    await tx.query(`SELECT pg_advisory_xact_lock(hashtext('campaign_test_sends'), hashtext($1))`, [
      memberId,
    ]);
    const [row] = await tx.query<{ count: number }>(
      `SELECT count(*) AS count FROM campaign_test_sends WHERE tenant_id = $1 AND member_id = $2 AND sent_at > $3`,
      [tenantId, memberId, since],
    );
    return row?.count ?? 0;
  }

  async append(
    tx: Tx,
    tenantId: TenantId,
    sent: { memberId: string; campaignId: string; at: Date },
  ): Promise<void> {
    await tx.execute(
      `INSERT INTO campaign_test_sends (tenant_id, member_id, campaign_id, sent_at) VALUES ($1, $2, $3, $4)`,
      [tenantId, sent.memberId, sent.campaignId, sent.at],
    );
  }
}

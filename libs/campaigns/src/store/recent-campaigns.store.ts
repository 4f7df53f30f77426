import type { TenantId } from '#lib/kernel';
import type { Tx } from '#platform/database';
import { Injectable } from '@nestjs/common';
import type { Draft } from '../domain/campaign.js';

@Injectable()
export class RecentCampaignsStore {
  /** When a campaign with the same subject and text last went to one of these newsletters; undefined for never since then. */
  async lastTwin(
    tx: Tx,
    tenantId: TenantId,
    { subject, text, newsletterIds }: Draft,
    since: Date,
  ): Promise<Date | undefined> {
    const [row] = await tx.query<{ at: Date }>(
      `SELECT launched_at AS at FROM campaigns
       WHERE tenant_id = $1 AND launched_at > $2 AND subject = $3 AND text = $4 AND newsletter_ids && $5
       ORDER BY launched_at DESC LIMIT 1`,
      [tenantId, since, subject, text, newsletterIds],
    );
    return row?.at;
  }
}

import type { TenantId } from '#lib/kernel';
import type { Tx } from '#platform/database';
import { Injectable } from '@nestjs/common';

/** Calls for the same thing within so many seconds count once: a double click, a proxy asking twice. */
const sameSeconds = 10;

/** From the moment a tenant switches counting off, mails that are out count nothing either. */
const isCounted =
  'NOT EXISTS (SELECT FROM delivery_policies WHERE tenant_id = $1 AND NOT tracking)';

export interface TrackedDelivery {
  readonly campaignId: string;
  readonly deliveryNo: number;
}

/** What readers opened and followed: one row a mail, link and kind of reader. `Tallies` knows how many. */
@Injectable()
export class Tracking {
  async opened(
    tx: Tx,
    tenantId: TenantId,
    { campaignId, deliveryNo }: TrackedDelivery,
    kind: 'human' | 'machine',
    at: Date,
  ): Promise<void> {
    await tx.execute(
      `INSERT INTO opens AS o (tenant_id, campaign_id, delivery_no, kind, first_at, last_at)
       SELECT $1, $2, $3, $4, $5, $5 WHERE ${isCounted}
       ON CONFLICT (tenant_id, campaign_id, delivery_no, kind)
       DO UPDATE SET times = o.times + 1, last_at = excluded.last_at
       WHERE o.last_at < excluded.last_at - interval '${sameSeconds} seconds'`,
      [tenantId, campaignId, deliveryNo, kind, at],
    );
  }

  async clicked(
    tx: Tx,
    tenantId: TenantId,
    { campaignId, deliveryNo, linkNo }: TrackedDelivery & { linkNo: number },
    kind: 'human' | 'scanner',
    at: Date,
  ): Promise<void> {
    await tx.execute(
      `INSERT INTO clicks AS c (tenant_id, campaign_id, delivery_no, link_no, kind, first_at, last_at)
       SELECT $1, $2, $3, $4, $5, $6, $6 WHERE ${isCounted}
       ON CONFLICT (tenant_id, campaign_id, delivery_no, link_no, kind)
       DO UPDATE SET times = c.times + 1, last_at = excluded.last_at
       WHERE c.last_at < excluded.last_at - interval '${sameSeconds} seconds'`,
      [tenantId, campaignId, deliveryNo, linkNo, kind, at],
    );
  }
}

import type { TenantId } from '#lib/kernel';
import type { Tx } from '#platform/database';
import { Injectable } from '@nestjs/common';

/** Calls for the same thing within so many seconds count once: a double click, a proxy asking twice. */
const sameSeconds = 10;

export interface TrackedDelivery {
  readonly campaignId: string;
  readonly deliveryNo: number;
}

/** What readers opened and followed: one row a mail, link and kind of reader. */
export interface TrackingTotals {
  readonly opens: { readonly human: number; readonly machine: number };
  readonly clicks: { readonly human: number; readonly scanner: number };
}

export const noTracking: TrackingTotals = {
  opens: { human: 0, machine: 0 },
  clicks: { human: 0, scanner: 0 },
};

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
       VALUES ($1, $2, $3, $4, $5, $5)
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
       VALUES ($1, $2, $3, $4, $5, $6, $6)
       ON CONFLICT (tenant_id, campaign_id, delivery_no, link_no, kind)
       DO UPDATE SET times = c.times + 1, last_at = excluded.last_at
       WHERE c.last_at < excluded.last_at - interval '${sameSeconds} seconds'`,
      [tenantId, campaignId, deliveryNo, linkNo, kind, at],
    );
  }

  /** Mails opened and mails clicked, by kind of reader. */
  /** By campaign; one without a row has none. */
  async totals(
    tx: Tx,
    tenantId: TenantId,
    campaignIds: readonly string[],
  ): Promise<ReadonlyMap<string, TrackingTotals>> {
    const rows = await tx.query<{ id: string } & Record<'ho' | 'mo' | 'hc' | 'sc', number>>(
      `SELECT id, coalesce(ho, 0)::int AS ho, coalesce(mo, 0)::int AS mo, coalesce(hc, 0)::int AS hc,
         coalesce(sc, 0)::int AS sc
       FROM (SELECT campaign_id AS id, count(*) FILTER (WHERE kind = 'human') AS ho,
               count(*) FILTER (WHERE kind = 'machine') AS mo
             FROM opens WHERE tenant_id = $1 AND campaign_id = ANY ($2) GROUP BY campaign_id) o
       FULL JOIN (SELECT campaign_id AS id, count(DISTINCT delivery_no) FILTER (WHERE kind = 'human') AS hc,
               count(DISTINCT delivery_no) FILTER (WHERE kind = 'scanner') AS sc
             FROM clicks WHERE tenant_id = $1 AND campaign_id = ANY ($2) GROUP BY campaign_id) c USING (id)`,
      [tenantId, campaignIds],
    );
    return new Map(
      rows.map(({ id, ho, mo, hc, sc }) => [
        id,
        { opens: { human: ho, machine: mo }, clicks: { human: hc, scanner: sc } },
      ]),
    );
  }
}

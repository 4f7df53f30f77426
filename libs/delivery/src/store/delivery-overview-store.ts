import type { Tx } from '#platform/database';
import { Injectable } from '@nestjs/common';

/** One mailing that is not over, as operators see it: figures, no content. */
export interface OpenMailing {
  readonly tenantId: string;
  readonly tenantName: string;
  readonly campaignId: string;
  readonly status: 'running' | 'paused';
  readonly launchedAt: Date;
  readonly candidates: number;
  /** Mails that may leave now. */
  readonly waiting: number;
  /** Mails that are to be tried again later. */
  readonly later: number;
  readonly inFlight: number;
}

const most = 200;

/** What is under way, over all tenants. */
@Injectable()
export class DeliveryOverviewStore {
  /** Oldest first, at most 200. */
  mailings(tx: Tx): Promise<OpenMailing[]> {
    return tx.query<OpenMailing>(
      `SELECT m.tenant_id AS "tenantId", t.name AS "tenantName", m.campaign_id AS "campaignId", m.status,
         m.launched_at AS "launchedAt", m.candidates, w.waiting, w.later, l.count AS "inFlight"
       FROM mailings m
       JOIN tenants t ON t.id = m.tenant_id
       CROSS JOIN LATERAL (
         SELECT count(*) FILTER (WHERE next_at <= app_now())::int AS waiting,
           count(*) FILTER (WHERE next_at > app_now())::int AS later
         FROM deliveries d
         WHERE d.tenant_id = m.tenant_id AND d.campaign_id = m.campaign_id AND next_at IS NOT NULL) w
       CROSS JOIN LATERAL (
         SELECT coalesce(sum(cardinality(delivery_nos)), 0)::int AS count FROM mailing_lanes
         WHERE tenant_id = m.tenant_id AND campaign_id = m.campaign_id AND attempt_id IS NOT NULL) l
       WHERE m.status IN ('running', 'paused')
       ORDER BY m.launched_at, m.campaign_id LIMIT $1`,
      [most],
    );
  }

  /** Mails of unknown fate in finished mailings that nobody has decided about. */
  async undecided(tx: Tx): Promise<number> {
    const [row] = await tx.query<{ count: number }>(
      `SELECT coalesce(sum(greatest(0, (m.equation ->> 'unknown')::int - coalesce(u.mails, 0))), 0)::int AS count
       FROM mailings m
       LEFT JOIN unknown_decisions u ON u.tenant_id = m.tenant_id AND u.campaign_id = m.campaign_id
       WHERE m.equation IS NOT NULL AND (m.equation ->> 'unknown')::int > 0`,
    );
    return row?.count ?? 0;
  }
}

import { asTenantId } from '#lib/kernel';
import type { TenantId } from '#lib/kernel';
import type { Tx } from '#platform/database';
import { Injectable } from '@nestjs/common';

export interface Sending {
  readonly tenantId: TenantId;
  /** The newest mailing of the period. */
  readonly campaignId: string;
  /** Mails of the period, and of an average period of that length in the four weeks before it. */
  readonly mails: number;
  readonly usually: number;
}

export interface LinkTargets {
  readonly tenantId: TenantId;
  /** URLs of mailings of the period, and of those before it. */
  readonly now: readonly string[];
  readonly before: readonly string[];
}

const dayMs = 86_400_000;
const usualDays = 28;

/** How much tenants send and where their links lead, for whoever looks for abuse. In transactions of the system. */
@Injectable()
export class SendingFigures {
  /** Of tenants that launched a mailing in the days before `now`. */
  async of(tx: Tx, now: Date, days: number): Promise<Sending[]> {
    const from = new Date(now.getTime() - days * dayMs);
    const usualFrom = new Date(from.getTime() - usualDays * dayMs);
    const rows = await tx.query<Omit<Sending, 'tenantId'> & { tenantId: string }>(
      `SELECT tenant_id AS "tenantId",
         (array_agg(campaign_id ORDER BY launched_at DESC))[1] AS "campaignId",
         sum(candidates) FILTER (WHERE launched_at >= $2)::int AS mails,
         coalesce(sum(candidates) FILTER (WHERE launched_at < $2), 0)::float8 * $4 / ${usualDays} AS usually
       FROM mailings WHERE launched_at >= $3 AND launched_at <= $1
       GROUP BY tenant_id HAVING sum(candidates) FILTER (WHERE launched_at >= $2) > 0`,
      [now, from, usualFrom, days],
    );
    return rows.map((row) => ({ ...row, tenantId: asTenantId(row.tenantId) }));
  }

  /** Of tenants that launched a mailing since then; `before` goes back half a year. */
  async links(tx: Tx, since: Date): Promise<LinkTargets[]> {
    const rows = await tx.query<Omit<LinkTargets, 'tenantId'> & { tenantId: string }>(
      `SELECT m.tenant_id AS "tenantId",
         coalesce(array_agg(DISTINCT t.url) FILTER (WHERE m.launched_at >= $1), '{}') AS now,
         coalesce(array_agg(DISTINCT t.url) FILTER (WHERE m.launched_at < $1), '{}') AS before
       FROM mailings m CROSS JOIN LATERAL unnest(m.link_targets) AS t (url)
       WHERE m.launched_at >= $1::timestamptz - interval '180 days'
         AND m.tenant_id IN (SELECT tenant_id FROM mailings WHERE launched_at >= $1)
       GROUP BY m.tenant_id`,
      [since],
    );
    return rows.map((row) => ({ ...row, tenantId: asTenantId(row.tenantId) }));
  }
}

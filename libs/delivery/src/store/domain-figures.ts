import type { TenantId } from '#lib/kernel';
import { asTenantId } from '#lib/kernel';
import type { Tx } from '#platform/database';
import { Injectable } from '@nestjs/common';
import type { Mailing } from './mailings.js';

/** How the mails to one domain fared; null gathers the domains that so few share that they could point at a person. */
export interface DomainFigure {
  readonly domain: string | null;
  readonly mails: number;
  readonly accepted: number;
  readonly refused: number;
  readonly waiting: number;
}

export type Rows = Pick<Mailing, 'campaignId' | 'candidates' | 'firstNo' | 'lastNo'>;

/** From so many mails on, looks show what was counted before; fewer are counted in a few milliseconds. */
const large = 50_000;
/** Fewer people than this are never shown by their domain. @clause W17.4 */
const crowd = 10;
const mostDomains = 20;

/** How mailings fared by domain of the recipients. */
@Injectable()
export class DomainFigures {
  /** The largest domains, then all others as one line. */
  async read(tx: Tx, tenantId: TenantId, rows: Rows): Promise<readonly DomainFigure[]> {
    if (rows.candidates < large) return this.count(tx, tenantId, rows);
    const [kept] = await tx.query<{ figures: DomainFigure[] }>(
      `SELECT figures FROM mailing_domains WHERE tenant_id = $1 AND campaign_id = $2`,
      [tenantId, rows.campaignId],
    );
    return kept?.figures ?? this.count(tx, tenantId, rows);
  }

  /** Large mailings that have moved since they were counted. Needs a transaction that sees all tenants. */
  async stale(tx: Tx, most: number): Promise<(Rows & { readonly tenantId: TenantId })[]> {
    const rows = await tx.query<Rows & { tenantId: string }>(
      `SELECT tenant_id AS "tenantId", campaign_id AS "campaignId", candidates, first_no AS "firstNo", last_no AS "lastNo"
       FROM mailings m LEFT JOIN mailing_domains d USING (tenant_id, campaign_id)
       WHERE candidates >= ${large} AND (settled_at IS NULL OR counted_at IS NULL OR counted_at <= settled_at)
       ORDER BY counted_at NULLS FIRST LIMIT $1`,
      [most],
    );
    return rows.map((row) => ({ ...row, tenantId: asTenantId(row.tenantId) }));
  }

  /** @param at before the counting began */
  async keep(tx: Tx, tenantId: TenantId, rows: Rows, at: Date): Promise<void> {
    const figures = await this.count(tx, tenantId, rows);
    await tx.execute(
      `INSERT INTO mailing_domains (tenant_id, campaign_id, figures, counted_at) VALUES ($1, $2, $3, $4)
       ON CONFLICT (tenant_id, campaign_id) DO UPDATE SET figures = excluded.figures, counted_at = excluded.counted_at`,
      [tenantId, rows.campaignId, JSON.stringify(figures), at],
    );
  }

  private count(tx: Tx, tenantId: TenantId, rows: Rows): Promise<DomainFigure[]> {
    return tx.query<DomainFigure>(
      `WITH sums AS (
         SELECT domain, count(*) AS mails, count(*) FILTER (WHERE state = 'accepted') AS accepted,
           count(*) FILTER (WHERE state = 'refused') AS refused,
           count(*) FILTER (WHERE state IN ('queued', 'deferred', 'attempting')) AS waiting
         FROM deliveries
         WHERE tenant_id = $1 AND campaign_id = $2 AND delivery_no BETWEEN $3 AND $4 GROUP BY 1),
       ranked AS (
         SELECT *, mails >= ${crowd}
           AND row_number() OVER (ORDER BY mails DESC, domain) <= ${mostDomains} AS named FROM sums)
       SELECT CASE WHEN named THEN domain END AS domain, sum(mails)::int AS mails,
         sum(accepted)::int AS accepted, sum(refused)::int AS refused, sum(waiting)::int AS waiting
       FROM ranked GROUP BY 1 ORDER BY min(CASE WHEN named THEN 0 ELSE 1 END), sum(mails) DESC, 1`,
      [tenantId, rows.campaignId, rows.firstNo, rows.lastNo],
    );
  }
}

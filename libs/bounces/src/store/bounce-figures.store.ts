import type { TenantId } from '#lib/kernel';
import type { Tx } from '#platform/database';
import { Injectable } from '@nestjs/common';
import type { Period } from '../domain/period.js';
import type { Blame, Reason } from '../domain/refusal/reason.js';

export interface ReasonFigure {
  readonly reason: Reason;
  readonly blame: Blame;
  readonly failed: number;
}

export interface DayFigure {
  /** Day in Japan, `2026-04-01`. */
  readonly day: string;
  readonly failed: number;
}

export interface DomainFigure {
  /** Null for all domains with fewer than ten people together. */
  readonly domain: string | null;
  readonly failed: number;
}

export interface CampaignFigure {
  readonly campaignId: string;
  readonly failed: number;
  readonly complained: number;
}

export interface Totals {
  readonly failed: number;
  readonly delayed: number;
  readonly complained: number;
}

const inPeriod = `FROM bounce_reports WHERE tenant_id = $1 AND at >= $2 AND at < $3`;
const mostCampaigns = 100;
const mostDomains = 100;
/** Fewer people than this are never shown by their domain. @clause W17.4 */
export const crowd = 10;

/** Numbers about what came back; no person can be told from them. @clause W17.4 */
@Injectable()
export class BounceFigures {
  async totals(tx: Tx, tenantId: TenantId, { from, to }: Period): Promise<Totals> {
    const [row] = await tx.query<Totals>(
      `SELECT count(*) FILTER (WHERE kind = 'failed') AS failed,
         count(*) FILTER (WHERE kind = 'delayed') AS delayed,
         count(*) FILTER (WHERE kind = 'complained') AS complained ${inPeriod}`,
      [tenantId, from, to],
    );
    return row ?? { failed: 0, delayed: 0, complained: 0 };
  }

  byReason(tx: Tx, tenantId: TenantId, { from, to }: Period): Promise<ReasonFigure[]> {
    return tx.query(
      `SELECT reason, blame, count(*) AS failed ${inPeriod} AND kind = 'failed'
       GROUP BY reason, blame ORDER BY failed DESC, reason`,
      [tenantId, from, to],
    );
  }

  byDay(tx: Tx, tenantId: TenantId, { from, to }: Period): Promise<DayFigure[]> {
    return tx.query(
      `SELECT to_char(at AT TIME ZONE 'Asia/Tokyo', 'YYYY-MM-DD') AS day, count(*) AS failed
       ${inPeriod} AND kind = 'failed' GROUP BY day ORDER BY day`,
      [tenantId, from, to],
    );
  }

  /** The hundred domains with the most failures; those of a few people are one line without a name. */
  byDomain(tx: Tx, tenantId: TenantId, { from, to }: Period): Promise<DomainFigure[]> {
    return tx.query(
      `WITH domains AS (
         SELECT CASE WHEN count(DISTINCT subscriber_id) >= ${crowd} THEN domain END AS domain, count(*) AS failed
         ${inPeriod} AND kind = 'failed' GROUP BY bounce_reports.domain)
       SELECT domain, sum(failed)::int AS failed FROM domains GROUP BY domain
       ORDER BY failed DESC, domain LIMIT ${mostDomains}`,
      [tenantId, from, to],
    );
  }

  /** The hundred campaigns of which most came back. */
  byCampaign(tx: Tx, tenantId: TenantId, { from, to }: Period): Promise<CampaignFigure[]> {
    return tx.query(
      `SELECT campaign_id AS "campaignId", count(*) FILTER (WHERE kind = 'failed') AS failed,
         count(*) FILTER (WHERE kind = 'complained') AS complained
       ${inPeriod} AND kind IN ('failed', 'complained')
       GROUP BY campaign_id ORDER BY count(*) DESC, campaign_id LIMIT ${mostCampaigns}`,
      [tenantId, from, to],
    );
  }

  async removed(tx: Tx, tenantId: TenantId, { from, to }: Period): Promise<number> {
    const [row] = await tx.query<{ removed: number }>(
      `SELECT count(*) AS removed FROM bounce_removals
       WHERE tenant_id = $1 AND removed_at >= $2 AND removed_at < $3`,
      [tenantId, from, to],
    );
    return row?.removed ?? 0;
  }
}

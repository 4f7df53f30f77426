import type { TenantId } from '#lib/kernel';
import type { Tx } from '#platform/database';
import { Injectable } from '@nestjs/common';

/** What happened in one hour; the first opening and the first click of a link by each mail count. */
export interface ReactionsOfHour {
  readonly at: Date;
  readonly opens: number;
  readonly machineOpens: number;
  readonly clicks: number;
  readonly scannerClicks: number;
}

/** Mails whose reader followed a link. */
export interface LinkFigure {
  readonly url: string;
  readonly human: number;
  readonly scanner: number;
}

/** How the mails to one domain fared; null gathers the domains that so few share that they could point at a person. */
export interface DomainFigure {
  readonly domain: string | null;
  readonly mails: number;
  readonly accepted: number;
  readonly refused: number;
  readonly waiting: number;
}

/** Fewer people than this are never shown by their domain. @clause W17.4 */
const crowd = 10;
const mostDomains = 20;

/** Sums over what readers and receivers did with a mailing's mails. */
@Injectable()
export class ReactionFigures {
  byHour(tx: Tx, tenantId: TenantId, campaignId: string): Promise<ReactionsOfHour[]> {
    return tx.query<ReactionsOfHour>(
      `SELECT hour AS at,
         coalesce(sum(human) FILTER (WHERE link_no < 0), 0)::int AS opens,
         coalesce(sum(machine) FILTER (WHERE link_no < 0), 0)::int AS "machineOpens",
         coalesce(sum(human) FILTER (WHERE link_no >= 0), 0)::int AS clicks,
         coalesce(sum(machine) FILTER (WHERE link_no >= 0), 0)::int AS "scannerClicks"
       FROM reaction_hours WHERE tenant_id = $1 AND campaign_id = $2 GROUP BY 1 ORDER BY 1`,
      [tenantId, campaignId],
    );
  }

  /** Every link that is counted, the most followed first. */
  byLink(tx: Tx, tenantId: TenantId, campaignId: string): Promise<LinkFigure[]> {
    return tx.query<LinkFigure>(
      `SELECT target AS url, coalesce(sum(human), 0)::int AS human, coalesce(sum(machine), 0)::int AS scanner
       FROM mailings m
       CROSS JOIN LATERAL unnest(m.link_targets) WITH ORDINALITY AS link (target, number)
       LEFT JOIN reaction_hours h ON h.tenant_id = $1 AND h.campaign_id = $2 AND h.link_no = link.number - 1
       WHERE m.tenant_id = $1 AND m.campaign_id = $2
       GROUP BY target, number ORDER BY human DESC, scanner DESC, number`,
      [tenantId, campaignId],
    );
  }

  /** The largest domains, then all others as one line. */
  byDomain(
    tx: Tx,
    tenantId: TenantId,
    rows: { campaignId: string; firstNo: number; lastNo: number },
  ): Promise<DomainFigure[]> {
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

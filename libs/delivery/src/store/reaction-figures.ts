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
}

import type { TenantId } from '#lib/kernel';
import type { Tx } from '#platform/database';
import { Injectable } from '@nestjs/common';
import type { Blame, Reason } from '../domain/refusal/reason.js';

/** Half open: `from` belongs to it, `to` does not. */
export interface Period {
  readonly from: Date;
  readonly to: Date;
}

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

export interface CampaignFigure {
  readonly campaignId: string;
  readonly failed: number;
}

export interface Totals {
  readonly failed: number;
  readonly delayed: number;
  readonly complained: number;
}

const inPeriod = `FROM bounce_reports WHERE tenant_id = $1 AND at >= $2 AND at < $3`;
const mostCampaigns = 100;

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

  /** The hundred campaigns with the most failures. */
  byCampaign(tx: Tx, tenantId: TenantId, { from, to }: Period): Promise<CampaignFigure[]> {
    return tx.query(
      `SELECT campaign_id AS "campaignId", count(*) AS failed ${inPeriod} AND kind = 'failed'
       GROUP BY campaign_id ORDER BY failed DESC, campaign_id LIMIT ${mostCampaigns}`,
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

import { asTenantId } from '#lib/kernel';
import type { TenantId } from '#lib/kernel';
import type { Tx } from '#platform/database';
import { Injectable } from '@nestjs/common';
import type { DeliveryState } from '../domain/equation.js';

/** One mail to one person. */
export interface DeliveryRef {
  readonly tenantId: TenantId;
  readonly campaignId: string;
  readonly subscriberId: string;
  readonly deliveryNo: number;
  readonly domain: string;
}

/** One line of a person's history; `reason` and `reply` speak of the last try. */
export interface PastDelivery {
  readonly campaignId: string;
  readonly deliveryNo: number;
  readonly domain: string;
  readonly sentAt: Date | null;
  readonly state: DeliveryState;
  readonly smtpStatus: string | null;
  readonly replyCode: number | null;
  readonly reason: string | null;
}

export interface ProblemGroup {
  readonly state: DeliveryState;
  readonly replyCode: number | null;
  readonly smtpStatus: string | null;
  readonly reason: string | null;
  /** Null where so few share a domain that it could point at a person. */
  readonly domain: string | null;
  readonly count: number;
  /** One of the relay's answers, without addresses. */
  readonly example: string | null;
}

/** Fewer people than this are never shown by their domain. */
const crowd = 10;

/** Reading single rows of the ledger, and what went wrong in it. */
@Injectable()
export class DeliveryLookup {
  /** By number alone, for what comes from outside under our signature; in a transaction of the system. */
  async byNumber(
    tx: Tx,
    deliveryNo: number,
  ): Promise<(DeliveryRef & { readonly sentAt: Date | null }) | undefined> {
    const [row] = await tx.query<{
      tenantId: string;
      campaignId: string;
      subscriberId: string;
      domain: string;
      sentAt: Date | null;
    }>(
      `SELECT tenant_id AS "tenantId", campaign_id AS "campaignId",
         subscriber_id AS "subscriberId", domain, sent_at AS "sentAt"
       FROM deliveries WHERE delivery_no = $1`,
      [deliveryNo],
    );
    return row && { ...row, tenantId: asTenantId(row.tenantId), deliveryNo };
  }

  history(
    tx: Tx,
    tenantId: TenantId,
    subscriberId: string,
    limit: number,
  ): Promise<PastDelivery[]> {
    return tx.query<PastDelivery>(
      `SELECT campaign_id AS "campaignId", delivery_no AS "deliveryNo", domain, sent_at AS "sentAt", state,
         enhanced_status AS "smtpStatus", reply_code AS "replyCode", reason
       FROM deliveries WHERE tenant_id = $1 AND subscriber_id = $2 AND sent_at IS NOT NULL
       ORDER BY sent_at DESC, delivery_no DESC LIMIT $3`,
      [tenantId, subscriberId, limit],
    );
  }

  problems(
    tx: Tx,
    tenantId: TenantId,
    rows: { campaignId: string; firstNo: number; lastNo: number },
  ): Promise<ProblemGroup[]> {
    return tx.query<ProblemGroup>(
      `WITH trouble AS (
         SELECT state, reply_code, enhanced_status, reason, reply,
           CASE WHEN count(*) OVER (PARTITION BY domain) >= ${crowd} THEN domain END AS domain
         FROM deliveries
         WHERE tenant_id = $1 AND campaign_id = $2 AND delivery_no BETWEEN $3 AND $4
           AND state IN ('refused', 'deferred', 'unknown'))
       SELECT state, reply_code AS "replyCode", enhanced_status AS "smtpStatus", reason, domain,
         count(*) AS count, min(reply) AS example
       FROM trouble GROUP BY 1, 2, 3, 4, 5 ORDER BY count(*) DESC, 1, 2, 3, 4, 5 LIMIT 100`,
      [tenantId, rows.campaignId, rows.firstNo, rows.lastNo],
    );
  }
}

import type { TenantId } from '#lib/kernel';
import type { Tx } from '#platform/database';
import { Injectable } from '@nestjs/common';
import type { DeliveryState } from '../domain/equation.js';
import type { AfterCrash } from '../domain/mailing-content.js';
import type { Settlement } from '../domain/settlement.js';

/** A row that is marked for sending. */
export interface DueDelivery {
  readonly deliveryNo: number;
  readonly subscriberId: string;
  /** What stands after the @ of the reader's address. */
  readonly domain: string;
  /** Number of this try, from 1. */
  readonly tries: number;
  readonly firstTryAt: Date;
}

/** What became of one row of an attempt. */
export interface SettledDelivery extends Omit<Settlement, 'state'> {
  readonly deliveryNo: number;
  readonly state: Settlement['state'] | 'cancelled';
}

/** One micro-batch on its way through the ledger. Everything after the marking is fenced by the attempt's id. */
@Injectable()
export class Attempts {
  /** Marks rows that are due and that no other worker holds. */
  mark(
    tx: Tx,
    tenantId: TenantId,
    { campaignId, attemptId, at }: { campaignId: string; attemptId: string; at: Date },
    limit: number,
  ): Promise<DueDelivery[]> {
    return tx.query<DueDelivery>(
      `WITH due AS (
         SELECT delivery_no FROM deliveries
         WHERE tenant_id = $1 AND campaign_id = $2 AND next_at <= (SELECT app_now())
         ORDER BY next_at LIMIT $5 FOR UPDATE SKIP LOCKED)
       UPDATE deliveries SET state = 'attempting', next_at = NULL, attempt_id = $3, sent_at = $4,
         tries = tries + 1, first_try_at = coalesce(first_try_at, $4)
       WHERE tenant_id = $1 AND delivery_no = ANY(ARRAY(SELECT delivery_no FROM due))
       RETURNING delivery_no AS "deliveryNo", subscriber_id AS "subscriberId", domain, tries,
         first_try_at AS "firstTryAt"`,
      [tenantId, campaignId, attemptId, at, limit],
    );
  }

  /** Rows that were marked and may not leave yet: they wait again and were not tried. */
  async putOff(
    tx: Tx,
    tenantId: TenantId,
    later: readonly { readonly deliveryNo: number; readonly at: Date }[],
  ): Promise<void> {
    await tx.execute(
      `UPDATE deliveries d SET state = CASE WHEN d.tries = 1 THEN 'queued' ELSE 'deferred' END,
         next_at = l.at, attempt_id = NULL, sent_at = NULL, tries = d.tries - 1,
         first_try_at = CASE WHEN d.tries = 1 THEN NULL ELSE d.first_try_at END
       FROM unnest($2::bigint[], $3::timestamptz[]) AS l (no, at)
       WHERE d.tenant_id = $1 AND d.delivery_no = l.no`,
      [tenantId, later.map(({ deliveryNo }) => deliveryNo), later.map(({ at }) => at)],
    );
  }

  /** Rows whose reader has gone meanwhile: they were not tried after all. */
  async exclude(tx: Tx, tenantId: TenantId, deliveryNos: number[]): Promise<void> {
    await tx.execute(
      `UPDATE deliveries SET state = 'excluded', attempt_id = NULL, sent_at = NULL, tries = tries - 1,
         first_try_at = CASE WHEN tries = 1 THEN NULL ELSE first_try_at END
       WHERE tenant_id = $1 AND delivery_no = ANY($2::bigint[])`,
      [tenantId, deliveryNos],
    );
  }

  /**
   * Writes what became of an attempt. A row the sweep meanwhile called unknown gets its true end; one that was
   * handed to another attempt is left alone. Gives the rows it wrote.
   */
  async settle(
    tx: Tx,
    tenantId: TenantId,
    attemptId: string,
    results: readonly SettledDelivery[],
  ): Promise<{ subscriberId: string; state: DeliveryState }[]> {
    return tx.query(
      `UPDATE deliveries d SET state = r.state, next_at = r.next_at,
         tries = d.tries - (r.state = 'queued')::int,
         first_try_at = CASE WHEN r.state = 'queued' AND d.tries = 1 THEN NULL ELSE d.first_try_at END,
         reply_code = r.code, enhanced_status = r.enhanced, reason = r.reason, reply = r.reply
       FROM unnest($3::bigint[], $4::text[], $5::timestamptz[], $6::smallint[], $7::text[], $8::text[], $9::text[])
         AS r (no, state, next_at, code, enhanced, reason, reply)
       WHERE d.tenant_id = $1 AND d.delivery_no = r.no AND d.attempt_id = $2
         AND d.state IN ('attempting', 'unknown')
       RETURNING d.subscriber_id AS "subscriberId", d.state`,
      [
        tenantId,
        attemptId,
        results.map((r) => r.deliveryNo),
        results.map((r) => r.state),
        results.map((r) => r.nextAt),
        results.map((r) => r.replyCode),
        results.map((r) => r.enhancedStatus),
        results.map((r) => r.reason),
        results.map((r) => r.reply),
      ],
    );
  }

  /** Rows of a worker that died: nobody can say whether the relay has them. Gives their number. */
  async abandon(
    tx: Tx,
    tenantId: TenantId,
    lane: { readonly attemptId: string | null; readonly deliveryNos: readonly number[] | null },
    { afterCrash, status }: { readonly afterCrash: AfterCrash; readonly status: string },
  ): Promise<number> {
    if (lane.attemptId === null) return 0;
    const change =
      afterCrash === 'hold' || status === 'stopped'
        ? `state = 'unknown'`
        : `state = 'queued', attempt_id = NULL, next_at = (SELECT app_now())`;
    return tx.execute(
      `UPDATE deliveries SET ${change}, reason = 'worker-lost'
       WHERE tenant_id = $1 AND delivery_no = ANY($3::bigint[]) AND attempt_id = $2
         AND state = 'attempting'`,
      [tenantId, lane.attemptId, lane.deliveryNos],
    );
  }
}

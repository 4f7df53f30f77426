import type { TenantId } from '#lib/kernel';
import type { Tx } from '#platform/database';
import { Injectable } from '@nestjs/common';
import { noCounts } from '../domain/equation.js';
import type { StateCounts } from '../domain/equation.js';

/** The rows of one mailing, found by their range of numbers. */
export interface Rows {
  readonly campaignId: string;
  readonly firstNo: number;
  readonly lastNo: number;
}

/** A SELECT that gives (subscriber_id uuid, domain text), with its parameters from `$4` on. */
export interface Audience {
  readonly sql: string;
  readonly parameters: readonly unknown[];
}

export const audienceFrom = 4;

const ofMailing = `tenant_id = $1 AND campaign_id = $2 AND delivery_no BETWEEN $3 AND $4`;

/** The ledger seen as a whole; `Attempts` changes single rows. */
@Injectable()
export class Ledger {
  /** Freezes the audience: one row a person, in one statement. */
  async freeze(
    tx: Tx,
    tenantId: TenantId,
    campaignId: string,
    at: Date,
    audience: Audience,
  ): Promise<{ candidates: number; firstNo: number; lastNo: number }> {
    const [range] = await tx.query<{ candidates: number; firstNo: number; lastNo: number }>(
      `WITH frozen AS (
         INSERT INTO deliveries (tenant_id, campaign_id, subscriber_id, domain, next_at)
         SELECT $1::uuid, $2::uuid, subscriber_id, domain, $3::timestamptz
         FROM (${audience.sql}) audience
         RETURNING delivery_no)
       SELECT count(*) AS candidates, coalesce(min(delivery_no), 0) AS "firstNo",
         coalesce(max(delivery_no), 0) AS "lastNo" FROM frozen`,
      [tenantId, campaignId, at, ...audience.parameters],
    );
    return range ?? { candidates: 0, firstNo: 0, lastNo: 0 };
  }

  async counts(tx: Tx, tenantId: TenantId, rows: Rows): Promise<StateCounts> {
    const found = await tx.query<{ state: keyof StateCounts; count: number }>(
      `SELECT state, count(*) AS count FROM deliveries WHERE ${ofMailing} GROUP BY state`,
      [tenantId, rows.campaignId, rows.firstNo, rows.lastNo],
    );
    return { ...noCounts, ...Object.fromEntries(found.map(({ state, count }) => [state, count])) };
  }

  /** When the next row of the mailing wants to be sent, due or not; undefined when none waits. */
  async nextDue(tx: Tx, tenantId: TenantId, campaignId: string): Promise<Date | undefined> {
    const [row] = await tx.query<{ at: Date | null }>(
      `SELECT min(next_at) AS at FROM deliveries
       WHERE tenant_id = $1 AND campaign_id = $2 AND next_at IS NOT NULL`,
      [tenantId, campaignId],
    );
    return row?.at ?? undefined;
  }

  /** Gives up every row that waits. Gives their number. */
  cancelWaiting(tx: Tx, tenantId: TenantId, campaignId: string): Promise<number> {
    return tx.execute(
      `UPDATE deliveries SET state = 'cancelled', next_at = NULL
       WHERE tenant_id = $1 AND campaign_id = $2 AND next_at IS NOT NULL`,
      [tenantId, campaignId],
    );
  }

  /** Lets every row of unknown fate be tried again. Gives their number. */
  requeueUnknown(tx: Tx, tenantId: TenantId, rows: Rows): Promise<number> {
    return tx.execute(
      `UPDATE deliveries SET state = 'queued', attempt_id = NULL, next_at = (SELECT app_now())
       WHERE ${ofMailing} AND state = 'unknown'`,
      [tenantId, rows.campaignId, rows.firstNo, rows.lastNo],
    );
  }

  /** First and last hand-over, and how many left within the last minute. */
  async pace(
    tx: Tx,
    tenantId: TenantId,
    rows: Rows,
  ): Promise<{ firstMailAt: Date | null; lastMailAt: Date | null; lastMinute: number }> {
    const [row] = await tx.query<{
      firstMailAt: Date | null;
      lastMailAt: Date | null;
      lastMinute: number;
    }>(
      `SELECT min(sent_at) AS "firstMailAt", max(sent_at) AS "lastMailAt",
         count(*) FILTER (WHERE sent_at > app_now() - interval '1 minute') AS "lastMinute"
       FROM deliveries WHERE ${ofMailing} AND state = 'accepted'`,
      [tenantId, rows.campaignId, rows.firstNo, rows.lastNo],
    );
    return row ?? { firstMailAt: null, lastMailAt: null, lastMinute: 0 };
  }
}

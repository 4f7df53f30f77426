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

/** A SELECT that gives (subscriber_id uuid, domain text), with its parameters from `$6` on. */
export interface Audience {
  readonly sql: string;
  readonly parameters: readonly unknown[];
}

export const audienceFrom = 6;

/** Rows that were frozen together. */
export interface Slice {
  readonly candidates: number;
  readonly firstNo: number;
  readonly lastNo: number;
  /** The person with the highest id among them; null when there is none. */
  readonly last: string | null;
}

const ofMailing = `tenant_id = $1 AND campaign_id = $2 AND delivery_no BETWEEN $3 AND $4`;

/** The ledger seen as a whole; `Attempts` changes single rows. */
@Injectable()
export class Ledger {
  /**
   * Freezes a slice of the audience: one row a person, in the order of their ids, from the one behind `after` on.
   * Whom another transaction has frozen meanwhile is left out and not counted.
   */
  async freeze(
    tx: Tx,
    tenantId: TenantId,
    campaignId: string,
    wish: {
      readonly at: Date;
      readonly audience: Audience;
      readonly after: string | null;
      readonly most: number;
    },
  ): Promise<Slice> {
    const { at, audience, after, most } = wish;
    const [slice] = await tx.query<Slice>(
      `WITH frozen AS (
         INSERT INTO deliveries (tenant_id, campaign_id, subscriber_id, domain, next_at)
         SELECT $1::uuid, $2::uuid, subscriber_id, domain, $3::timestamptz
         FROM (${audience.sql}) audience
         WHERE subscriber_id > coalesce($4::uuid, '00000000-0000-0000-0000-000000000000')
         ORDER BY subscriber_id LIMIT $5
         ON CONFLICT DO NOTHING
         RETURNING delivery_no, subscriber_id)
       SELECT count(*) AS candidates, coalesce(min(delivery_no), 0) AS "firstNo",
         coalesce(max(delivery_no), 0) AS "lastNo", max(subscriber_id::text COLLATE "C") AS last
       FROM frozen`,
      [tenantId, campaignId, at, after, most, ...audience.parameters],
    );
    return slice ?? { candidates: 0, firstNo: 0, lastNo: 0, last: null };
  }

  /** Counts every row: for closing the account; on the way there `Tallies` knows. */
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
}

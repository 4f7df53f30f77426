import type { TenantId } from '#lib/kernel';
import type { Tx } from '#platform/database';
import { Injectable } from '@nestjs/common';

export interface DayOfChanges {
  /** The day in Japan, `2026-01-31`. */
  readonly day: string;
  readonly joined: number;
  readonly left: number;
  readonly removed: number;
}

/** By how many the number of distinct active people changed at an instant. */
export interface HeadcountChange {
  /** Microseconds since the epoch. */
  readonly micros: number;
  readonly delta: number;
}

/** Whole days by their tally, and the day of the instant change by change. */
const headcount = (upTo: '<' | '<='): string =>
  `SELECT (SELECT coalesce(sum(headcount), 0) FROM newsletter_days
            WHERE tenant_id = $1 AND day < ($2::timestamptz AT TIME ZONE 'Asia/Tokyo')::date)::bigint
        + (SELECT coalesce(sum(delta), 0) FROM subscriber_changes
            WHERE tenant_id = $1 AND delta <> 0 AND at ${upTo} $2
              AND at >= date_trunc('day', $2::timestamptz, 'Asia/Tokyo'))::bigint AS count`;

/** Reads the ledger of status changes. It is only ever appended to. */
@Injectable()
export class Ledger {
  /** The number of distinct active people right after everything that happened at or before `at`. @clause W7.2, T5 */
  async headcountAt(tx: Tx, tenantId: TenantId, at: Date): Promise<number> {
    const [row] = await tx.query<{ count: number }>(headcount('<='), [tenantId, at]);
    return row?.count ?? 0;
  }

  /** The number right before an instant. @clause W7.2, T5 */
  async headcountBefore(tx: Tx, tenantId: TenantId, at: Date): Promise<number> {
    const [row] = await tx.query<{ count: number }>(headcount('<'), [tenantId, at]);
    return row?.count ?? 0;
  }

  /** Changes in [from, until) and after `after` (microseconds), by instant, oldest first. */
  changes(
    tx: Tx,
    tenantId: TenantId,
    { from, until, after }: { from: Date; until: Date; after: number | null },
    limit: number,
  ): Promise<HeadcountChange[]> {
    return tx.query<HeadcountChange>(
      `SELECT (extract(epoch FROM at) * 1000000)::bigint AS micros, sum(delta)::integer AS delta
         FROM subscriber_changes
        WHERE tenant_id = $1 AND at >= $2 AND at < $3 AND delta <> 0
          AND at > timestamptz 'epoch' + coalesce($4::bigint, -1) * interval '1 microsecond'
        GROUP BY at ORDER BY at LIMIT $5`,
      [tenantId, from, until, after, limit],
    );
  }

  /** Of all tenants; in the system's transaction. */
  async rows(tx: Tx): Promise<number> {
    const [row] = await tx.query<{ count: number }>('SELECT count(*) FROM subscriber_changes');
    return row?.count ?? 0;
  }

  /** Days in [from, until), both the start of a day in Japan, on which something changed. */
  async days(
    tx: Tx,
    tenantId: TenantId,
    newsletterId: string,
    from: Date,
    until: Date,
  ): Promise<DayOfChanges[]> {
    return tx.query<DayOfChanges>(
      `SELECT to_char(day, 'YYYY-MM-DD') AS day, sum(joined)::int AS joined, sum(departed)::int AS "left",
              sum(removed)::int AS removed
         FROM newsletter_days
        WHERE tenant_id = $1 AND newsletter_id = $2
          AND day >= ($3::timestamptz AT TIME ZONE 'Asia/Tokyo')::date
          AND day < ($4::timestamptz AT TIME ZONE 'Asia/Tokyo')::date
        GROUP BY day HAVING sum(moves) > 0 ORDER BY day`,
      [tenantId, newsletterId, from, until],
    );
  }

  /** How many stand how to a newsletter now. */
  async now(
    tx: Tx,
    tenantId: TenantId,
    newsletterId: string,
  ): Promise<{ active: number; pending: number }> {
    const [row] = await tx.query<{ active: number; pending: number }>(
      `SELECT coalesce(sum(active), 0)::int AS active, coalesce(sum(pending), 0)::int AS pending
         FROM newsletter_days WHERE tenant_id = $1 AND newsletter_id = $2`,
      [tenantId, newsletterId],
    );
    return row ?? { active: 0, pending: 0 };
  }
}

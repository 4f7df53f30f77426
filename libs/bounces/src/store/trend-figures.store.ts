import { asTenantId } from '#lib/kernel';
import type { TenantId } from '#lib/kernel';
import type { Tx } from '#platform/database';
import { Injectable } from '@nestjs/common';

export interface CameBack {
  readonly tenantId: TenantId;
  /** In the days before now, and on average in as many days of the four weeks before those. */
  readonly failed: number;
  readonly complained: number;
  readonly usuallyFailed: number;
  readonly usuallyComplained: number;
}

const dayMs = 86_400_000;
const usualDays = 28;

/** How much comes back to tenants over campaigns, for whoever looks for abuse. In transactions of the system. */
@Injectable()
export class TrendFigures {
  async of(tx: Tx, now: Date, days: number): Promise<CameBack[]> {
    const from = new Date(now.getTime() - days * dayMs);
    const usualFrom = new Date(from.getTime() - usualDays * dayMs);
    const figure = (kind: string, when: string): string =>
      `count(*) FILTER (WHERE kind = '${kind}' AND at ${when} $2)`;
    const rows = await tx.query<Omit<CameBack, 'tenantId'> & { tenantId: string }>(
      `SELECT tenant_id AS "tenantId", ${figure('failed', '>=')}::int AS failed,
         ${figure('complained', '>=')}::int AS complained,
         ${figure('failed', '<')}::float8 * $4 / ${usualDays} AS "usuallyFailed",
         ${figure('complained', '<')}::float8 * $4 / ${usualDays} AS "usuallyComplained"
       FROM bounce_reports WHERE at >= $3 AND at <= $1 GROUP BY tenant_id`,
      [now, from, usualFrom, days],
    );
    return rows.map((row) => ({ ...row, tenantId: asTenantId(row.tenantId) }));
  }
}

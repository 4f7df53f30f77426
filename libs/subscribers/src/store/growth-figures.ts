import { asTenantId } from '#lib/kernel';
import type { TenantId } from '#lib/kernel';
import type { Tx } from '#platform/database';
import { Injectable } from '@nestjs/common';

export interface Growth {
  readonly tenantId: TenantId;
  /** People who joined on the day, and on an average day of the four weeks before it. */
  readonly joined: number;
  readonly usually: number;
}

export interface SignUps {
  readonly tenantId: TenantId;
  /** Confirmations asked for since then, and how many of these were given. */
  readonly asked: number;
  readonly confirmed: number;
}

/** How audiences grow, for whoever looks for abuse. Numbers only; in transactions of the system. */
@Injectable()
export class GrowthFigures {
  /** Of tenants whom somebody joined on the day. @param day in Japan, `2026-04-01` */
  async ofDay(tx: Tx, day: string): Promise<Growth[]> {
    const rows = await tx.query<{ tenantId: string; joined: number; usually: number }>(
      `SELECT tenant_id AS "tenantId", sum(joined) FILTER (WHERE day = $1)::int AS joined,
         coalesce(sum(joined) FILTER (WHERE day < $1), 0)::float8 / 28 AS usually
       FROM newsletter_days WHERE day > $1::date - 29 AND day <= $1
       GROUP BY tenant_id HAVING sum(joined) FILTER (WHERE day = $1) > 0`,
      [day],
    );
    return rows.map((row) => ({ ...row, tenantId: asTenantId(row.tenantId) }));
  }

  /** Of tenants whose forms were used since then. */
  async signUps(tx: Tx, since: Date): Promise<SignUps[]> {
    const rows = await tx.query<{ tenantId: string; asked: number; confirmed: number }>(
      `SELECT tenant_id AS "tenantId", count(*)::int AS asked, count(used_at)::int AS confirmed
       FROM opt_in_requests WHERE asked_at >= $1 GROUP BY tenant_id`,
      [since],
    );
    return rows.map((row) => ({ ...row, tenantId: asTenantId(row.tenantId) }));
  }
}

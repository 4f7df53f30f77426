import type { Tx } from '#platform/database';
import { Injectable } from '@nestjs/common';
import type { Period } from '../domain/period.js';

export interface TenantFigure {
  readonly tenantId: string;
  /** Without refusals for the sender's sake. */
  readonly bounced: number;
  readonly complained: number;
}

/** What came back to each tenant, for operators. In transactions of the system. */
@Injectable()
export class TenantFigures {
  between(tx: Tx, { from, to }: Period): Promise<TenantFigure[]> {
    return tx.query(
      `SELECT tenant_id AS "tenantId", count(*) FILTER (WHERE kind = 'failed' AND blame <> 'sender') AS bounced,
         count(*) FILTER (WHERE kind = 'complained') AS complained
       FROM bounce_reports WHERE at >= $1 AND at < $2 GROUP BY tenant_id`,
      [from, to],
    );
  }
}

import type { Tx } from '#platform/database';
import { Injectable } from '@nestjs/common';
import type { Reason } from '../domain/refusal/reason.js';

/** Refusals that the sender caused: a matter of reputation or authentication, never of an address. */
export interface SenderCausedFigure {
  readonly tenantId: string;
  /** Of the receiving side. */
  readonly domain: string | null;
  readonly reason: Reason;
  readonly refused: number;
  readonly lastAt: Date;
  /** Of the last refusal. */
  readonly campaignId: string;
}

const most = 500;

@Injectable()
export class SenderCaused {
  /** Of all tenants, in a transaction of the system; the most frequent first. */
  between(tx: Tx, from: Date, to: Date): Promise<SenderCausedFigure[]> {
    return tx.query<SenderCausedFigure>(
      `SELECT tenant_id AS "tenantId", domain, reason, count(*)::int AS refused, max(at) AS "lastAt",
         (array_agg(campaign_id ORDER BY at DESC))[1] AS "campaignId"
       FROM bounce_reports WHERE kind = 'failed' AND blame = 'sender' AND at >= $1 AND at < $2
       GROUP BY tenant_id, domain, reason ORDER BY refused DESC, tenant_id, domain, reason LIMIT ${most}`,
      [from, to],
    );
  }
}

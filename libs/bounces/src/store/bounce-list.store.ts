import type { TenantId } from '#lib/kernel';
import type { Tx } from '#platform/database';
import type { Position } from '#platform/http';
import { Injectable } from '@nestjs/common';
import type { Blame, Reason } from '../domain/refusal/reason.js';
import { crowd } from './bounce-figures.store.js';

/** One mail that did not arrive. */
export interface BouncedMail {
  /** Of this line alone, by chance: no person can be followed by it, whoever knows their id. */
  readonly id: string;
  readonly subscriberId: string;
  readonly campaignId: string;
  readonly at: Date;
  readonly status: string | null;
  readonly reason: Reason;
  readonly blame: Blame;
  readonly domain: string | null;
}

export interface WantedBounces {
  readonly campaignId?: string | undefined;
  readonly reason?: string | undefined;
}

@Injectable()
export class BounceList {
  /** One more than `size`, the newest first. */
  page(
    tx: Tx,
    tenantId: TenantId,
    { campaignId, reason }: WantedBounces,
    size: number,
    after: Position | undefined,
  ): Promise<BouncedMail[]> {
    return tx.query(
      `SELECT line AS id, subscriber_id AS "subscriberId", campaign_id AS "campaignId", at, status, reason, blame, domain
       FROM bounce_reports WHERE tenant_id = $1 AND kind = 'failed'
         AND ($2::uuid IS NULL OR campaign_id = $2) AND ($3::text IS NULL OR reason = $3)
         AND ($4::uuid IS NULL OR (at, line) < ($5::timestamptz, $4::uuid))
       ORDER BY at DESC, line DESC LIMIT $6`,
      [
        tenantId,
        campaignId ?? null,
        reason ?? null,
        after?.id ?? null,
        after?.sort ?? null,
        size + 1,
      ],
    );
  }

  /** Those of the domains at which mail to so many people failed that none of them stands out. @clause W17.4 */
  async crowded(tx: Tx, tenantId: TenantId, domains: readonly string[]): Promise<Set<string>> {
    const rows = await tx.query<{ domain: string }>(
      `SELECT domain FROM bounce_reports
       WHERE tenant_id = $1 AND kind = 'failed' AND domain = ANY ($2::text[])
       GROUP BY domain HAVING count(DISTINCT subscriber_id) >= ${crowd}`,
      [tenantId, domains],
    );
    return new Set(rows.map(({ domain }) => domain));
  }
}

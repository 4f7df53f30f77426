import type { TenantId } from '#lib/kernel';
import type { Tx } from '#platform/database';
import { Injectable } from '@nestjs/common';

/** What a mailing's pace depends on. */
export interface PaceSubject {
  /** How many are frozen so far. */
  readonly candidates: number;
  /** Whether more are to be frozen: how large the mailing is shows later. */
  readonly freezing: boolean;
  /** What stands after the @ of From. */
  readonly fromDomain: string;
  /** Since when that domain is being warmed up; null when it is not. */
  readonly warmUpFrom: Date | null;
  readonly launchedAt: Date;
  /** Whether the tenant wants its mailings to begin a little after a full or half hour. */
  readonly avoidsFullHours: boolean;
}

@Injectable()
export class PaceSubjects {
  async find(tx: Tx, tenantId: TenantId, campaignId: string): Promise<PaceSubject | undefined> {
    const [row] = await tx.query<PaceSubject>(
      `SELECT m.candidates, m.freeze_after IS NOT NULL AS freezing, f.domain AS "fromDomain", w.started_at AS "warmUpFrom",
         m.launched_at AS "launchedAt", coalesce(p.avoid_full_hours, false) AS "avoidsFullHours"
       FROM mailings m
       CROSS JOIN LATERAL (
         SELECT lower(split_part(m.content -> 'sender' ->> 'fromAddress', '@', 2)) AS domain) f
       LEFT JOIN delivery_policies p ON p.tenant_id = m.tenant_id
       LEFT JOIN warm_ups w ON w.tenant_id = m.tenant_id AND w.domain = f.domain
       WHERE m.tenant_id = $1 AND m.campaign_id = $2`,
      [tenantId, campaignId],
    );
    return row;
  }
}

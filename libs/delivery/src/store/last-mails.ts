import type { TenantId } from '#lib/kernel';
import type { Tx } from '#platform/database';
import { Injectable } from '@nestjs/common';

/** When people were mailed last: from then the proof of their consent has its time. @clause §3.7 E */
@Injectable()
export class LastMails {
  /** By person; who was never mailed is missing. A mail that may have arrived counts. */
  async of(
    tx: Tx,
    tenantId: TenantId,
    subscriberIds: readonly string[],
  ): Promise<ReadonlyMap<string, Date>> {
    const rows = await tx.query<{ subscriberId: string; at: Date }>(
      `SELECT subscriber_id AS "subscriberId", max(sent_at) AS at FROM deliveries
        WHERE tenant_id = $1 AND subscriber_id = ANY ($2::uuid[]) AND state IN ('accepted', 'unknown')
          AND sent_at IS NOT NULL
        GROUP BY subscriber_id`,
      [tenantId, subscriberIds],
    );
    return new Map(rows.map(({ subscriberId, at }) => [subscriberId, at]));
  }
}

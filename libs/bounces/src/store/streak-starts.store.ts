import type { TenantId } from '#lib/kernel';
import type { Tx } from '#platform/database';
import { Injectable } from '@nestjs/common';

/** From when on a person's mails count: a confirmed sign-up proves that mail arrives, and wipes the slate. */
@Injectable()
export class StreakStarts {
  async set(tx: Tx, tenantId: TenantId, subscriberId: string, since: Date): Promise<void> {
    await tx.execute(
      `INSERT INTO streak_starts AS known (tenant_id, subscriber_id, since) VALUES ($1, $2, $3)
       ON CONFLICT (tenant_id, subscriber_id) DO UPDATE SET since = greatest(known.since, excluded.since)`,
      [tenantId, subscriberId, since],
    );
  }

  async of(tx: Tx, tenantId: TenantId, subscriberId: string): Promise<Date | undefined> {
    const [row] = await tx.query<{ since: Date }>(
      `SELECT since FROM streak_starts WHERE tenant_id = $1 AND subscriber_id = $2`,
      [tenantId, subscriberId],
    );
    return row?.since;
  }
}

import type { TenantId } from '#lib/kernel';
import type { Tx } from '#platform/database';
import { Injectable } from '@nestjs/common';

export interface Throttle {
  readonly id: string;
  readonly mailsPerHour: number;
  readonly reason: string;
  readonly from: Date;
  readonly until: Date | null;
}

const columns = `id, mails_per_hour AS "mailsPerHour", reason, from_at AS "from", until_at AS "until"`;

@Injectable()
export class ThrottlesStore {
  /** The strictest in force at that instant. */
  async inForce(tx: Tx, tenantId: TenantId, at: Date): Promise<Throttle | undefined> {
    const [throttle] = await tx.query<Throttle>(
      `SELECT ${columns} FROM throttles
       WHERE tenant_id = $1 AND from_at <= $2 AND (until_at IS NULL OR until_at > $2) ORDER BY mails_per_hour LIMIT 1`,
      [tenantId, at],
    );
    return throttle;
  }

  async insert(tx: Tx, tenantId: TenantId, throttle: Throttle): Promise<void> {
    await tx.execute(
      `INSERT INTO throttles (tenant_id, id, mails_per_hour, reason, from_at, until_at) VALUES ($1, $2, $3, $4, $5, $6)`,
      [
        tenantId,
        throttle.id,
        throttle.mailsPerHour,
        throttle.reason,
        throttle.from,
        throttle.until,
      ],
    );
  }

  /** Ends whatever is in force or to come; gives how many there were. */
  lift(tx: Tx, tenantId: TenantId, at: Date): Promise<number> {
    return tx.execute(
      'UPDATE throttles SET until_at = greatest(from_at, $2) WHERE tenant_id = $1 AND (until_at IS NULL OR until_at > $2)',
      [tenantId, at],
    );
  }
}

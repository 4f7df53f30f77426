import { Clock, newId } from '#lib/kernel';
import type { TenantId } from '#lib/kernel';
import type { Tx } from '#platform/database';
import { Outbox } from '#platform/queue';
import { Injectable } from '@nestjs/common';
import { strikesToRemove } from '../domain/streak/streak.js';
import { evaluateStreak } from '../jobs/evaluate-streak.job.js';

export interface DueCheck {
  readonly tenantId: TenantId;
  readonly subscriberId: string;
}

/** Whose streak is to be judged, and when. The row is the truth; the job only hurries. */
@Injectable()
export class StreakChecks {
  constructor(
    private readonly outbox: Outbox,
    private readonly clock: Clock,
  ) {}

  /**
   * After news about a person, who need not be judged before so many mails failed as remove an address. Rests on
   * `BounceReports.note` in the same transaction: of two reports that come at once, the second sees the first.
   */
  async askIfManyFailed(tx: Tx, tenantId: TenantId, subscriberId: string, at: Date): Promise<void> {
    const [counted] = await tx.query<{ enough: boolean }>(
      `SELECT count(*) >= $3 AS enough FROM bounce_reports
       WHERE tenant_id = $1 AND subscriber_id = $2 AND kind = 'failed' AND blame <> 'sender'
         AND source <> 'unsigned'`,
      [tenantId, subscriberId, strikesToRemove],
    );
    if (counted?.enough) await this.ask(tx, tenantId, subscriberId, at);
  }

  /** Asks for a judgement at an instant; an earlier one that is already asked for stays. */
  async ask(tx: Tx, tenantId: TenantId, subscriberId: string, at: Date): Promise<void> {
    await tx.execute(
      `INSERT INTO streak_checks AS known (tenant_id, subscriber_id, due_at) VALUES ($1, $2, $3)
       ON CONFLICT (tenant_id, subscriber_id) DO UPDATE SET due_at = least(known.due_at, excluded.due_at)`,
      [tenantId, subscriberId, at],
    );
    await this.hurry(tx, { tenantId, subscriberId }, at);
  }

  /** Takes what is due; false when there is nothing to judge. Two workers cannot take the same. */
  async take(tx: Tx, tenantId: TenantId, subscriberId: string): Promise<boolean> {
    const taken = await tx.execute(
      `DELETE FROM streak_checks WHERE tenant_id = $1 AND subscriber_id = $2 AND due_at <= $3`,
      [tenantId, subscriberId, this.clock.now()],
    );
    return taken > 0;
  }

  /** What was due before that instant and still waits, of all tenants, the oldest first. */
  overdue(tx: Tx, before: Date, limit: number): Promise<DueCheck[]> {
    return tx.query<DueCheck>(
      `SELECT tenant_id AS "tenantId", subscriber_id AS "subscriberId" FROM streak_checks
       WHERE due_at < $1 ORDER BY due_at LIMIT $2`,
      [before, limit],
    );
  }

  async hurry(tx: Tx, check: DueCheck, at: Date): Promise<void> {
    const key = `${check.subscriberId}.${newId(this.clock.now())}`;
    await this.outbox.add(tx, evaluateStreak, { ...check }, { at, key });
  }
}

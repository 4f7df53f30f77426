import type { DeadlineAlarm } from '#lib/kernel';
import type { Tx } from '#platform/database';
import { Injectable } from '@nestjs/common';

export interface AlarmedRequest {
  readonly id: string;
  readonly kind: string;
  readonly dueAt: Date;
  readonly alarm: DeadlineAlarm;
}

/** What operators were warned of already. In transactions of the system. */
@Injectable()
export class AlarmsStore {
  /** Marks open requests of which this was not said before, and gives them, the first due first. */
  async takeRequests(tx: Tx, now: Date, soon: Date): Promise<AlarmedRequest[]> {
    const taken = await tx.query<AlarmedRequest>(
      `UPDATE personal_data_requests SET alarmed_as = CASE WHEN due_at <= $1 THEN 'overdue' ELSE 'due-soon' END
       WHERE state IN ('identity_pending', 'fee_pending', 'in_review') AND due_at <= $2
         AND alarmed_as IS DISTINCT FROM CASE WHEN due_at <= $1 THEN 'overdue' ELSE 'due-soon' END
       RETURNING id, kind, due_at AS "dueAt", alarmed_as AS alarm`,
      [now, soon],
    );
    return taken.sort((a, b) => a.dueAt.getTime() - b.dueAt.getTime());
  }

  /** False when that was said of the breach before. @param saying `first-report:overdue` */
  async noteBreach(tx: Tx, breachId: string, saying: string): Promise<boolean> {
    const noted = await tx.execute(
      `UPDATE breaches SET alarmed = alarmed || $2::text WHERE id = $1 AND NOT $2 = ANY (alarmed)`,
      [breachId, saying],
    );
    return noted === 1;
  }
}

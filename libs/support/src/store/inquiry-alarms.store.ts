import type { DeadlineAlarm } from '#lib/kernel';
import type { Tx } from '#platform/database';
import { Injectable } from '@nestjs/common';

export interface AlarmedInquiry {
  readonly id: string;
  readonly subject: string;
  readonly isComplaint: boolean;
  readonly dueAt: Date;
  readonly alarm: DeadlineAlarm;
}

/** Which inquiries the desk was warned of, and as what. */
@Injectable()
export class InquiryAlarmsStore {
  /** Marks what nobody has answered and what was not said of it before, and gives it, the first due first. */
  async take(tx: Tx, now: Date, soon: Date): Promise<AlarmedInquiry[]> {
    const taken = await tx.query<AlarmedInquiry>(
      `UPDATE inquiries SET alarmed_as = CASE WHEN due_at <= $1 THEN 'overdue' ELSE 'due-soon' END
       WHERE answered_at IS NULL AND closed_at IS NULL AND due_at <= $2
         AND alarmed_as IS DISTINCT FROM CASE WHEN due_at <= $1 THEN 'overdue' ELSE 'due-soon' END
       RETURNING id, subject, is_complaint AS "isComplaint", due_at AS "dueAt", alarmed_as AS alarm`,
      [now, soon],
    );
    return taken.sort((a, b) => a.dueAt.getTime() - b.dueAt.getTime());
  }
}

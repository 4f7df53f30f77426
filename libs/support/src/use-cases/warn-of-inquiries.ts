import { TellOperators } from '#lib/accounts';
import { Clock } from '#lib/kernel';
import { Config } from '#platform/config';
import { Database } from '#platform/database';
import { Injectable } from '@nestjs/common';
import { inquiriesLate } from '../inquiries-late.notice.js';
import { InquiryAlarmsStore } from '../store/inquiry-alarms.store.js';

/** How long before its promise ends an unanswered inquiry is named. */
const noticeMs = 3_600_000;

/** Writes to everybody who answers inquiries when a promise is about to end, and once more when it has. @clause W23.1 */
@Injectable()
export class WarnOfInquiries {
  constructor(
    private readonly database: Database,
    private readonly alarms: InquiryAlarmsStore,
    private readonly tell: TellOperators,
    private readonly config: Config,
    private readonly clock: Clock,
  ) {}

  async execute(): Promise<void> {
    const now = this.clock.now();
    await this.database.asSystem(async (tx) => {
      const inquiries = await this.alarms.take(tx, now, new Date(now.getTime() + noticeMs));
      if (inquiries.length === 0) return;
      const link = `${this.config.publicUrl}/console/operator/inquiries`;
      await this.tell.within(tx, 'inquiries.write', inquiriesLate, { inquiries, link });
    });
  }
}

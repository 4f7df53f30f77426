import { Clock, asTenantId } from '#lib/kernel';
import { Database } from '#platform/database';
import { DeliveryHistory } from '#lib/delivery';
import { Injectable } from '@nestjs/common';
import { blameFor } from '../domain/refusal/reason.js';
import { refusalReason } from '../domain/refusal/refusal-reason.js';
import { historyLimit } from '../domain/streak/sent-mail.js';
import { NoteReport } from './note-report.js';

// A type, since job data must be assignable to a record.
type Refused = {
  readonly tenantId: string;
  readonly campaignId: string;
  readonly subscriberId: string;
};

/** Notes that the relay refused one recipient for good, or that the retries ran out. */
@Injectable()
export class NoteRefusal {
  constructor(
    private readonly database: Database,
    private readonly history: DeliveryHistory,
    private readonly note: NoteReport,
    private readonly clock: Clock,
  ) {}

  async execute({ tenantId: id, campaignId, subscriberId }: Refused): Promise<void> {
    const tenantId = asTenantId(id);
    await this.database.inTenant(tenantId, async (tx) => {
      const past = await this.history.of(tx, tenantId, subscriberId, historyLimit);
      const mail = past.find((each) => each.campaignId === campaignId);
      if (mail?.state !== 'refused') return;
      const { smtpStatus: status, replyCode, domain } = mail;
      const reason = refusalReason(mail.reason, status, replyCode);
      const whose = { tenantId, campaignId, subscriberId, domain };
      await this.note.within(tx, whose, {
        kind: 'failed',
        source: 'refusal',
        at: this.clock.now(),
        status,
        replyCode,
        reason,
        blame: blameFor(reason),
      });
    });
  }
}

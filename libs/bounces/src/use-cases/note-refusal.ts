import { Clock, asTenantId } from '#lib/kernel';
import { Database } from '#platform/database';
import { DeliveryHistory } from '#lib/delivery';
import { Injectable } from '@nestjs/common';
import { blameFor } from '../domain/refusal/reason.js';
import { refusalReason } from '../domain/refusal/refusal-reason.js';
import { historyLimit } from '../domain/streak/sent-mail.js';
import { BounceReports } from '../store/bounce-reports.store.js';
import { StreakChecks } from '../store/streak-checks.store.js';

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
    private readonly reports: BounceReports,
    private readonly checks: StreakChecks,
    private readonly clock: Clock,
  ) {}

  async execute({ tenantId: id, campaignId, subscriberId }: Refused): Promise<void> {
    const tenantId = asTenantId(id);
    const now = this.clock.now();
    await this.database.inTenant(tenantId, async (tx) => {
      const past = await this.history.of(tx, tenantId, subscriberId, historyLimit);
      const mail = past.find((each) => each.campaignId === campaignId);
      if (mail?.state !== 'refused') return;
      const { smtpStatus: status, replyCode } = mail;
      const reason = refusalReason(mail.reason, status, replyCode);
      const isNews = await this.reports.note(tx, tenantId, {
        subscriberId,
        campaignId,
        kind: 'failed',
        source: 'refusal',
        at: now,
        status,
        replyCode,
        reason,
        blame: blameFor(reason),
      });
      if (isNews) await this.checks.ask(tx, tenantId, subscriberId, now);
    });
  }
}

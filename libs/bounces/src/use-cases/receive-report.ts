import { Database } from '#platform/database';
import { Log } from '#platform/log';
import type { DeliveryRef } from '#lib/delivery';
import { Injectable } from '@nestjs/common';
import { readReport } from '../domain/report/read-report.js';
import type { Report, ReportKind } from '../domain/report/report.js';
import { BounceReports } from '../store/bounce-reports.store.js';
import type { NotedKind } from '../store/bounce-reports.store.js';
import { StreakChecks } from '../store/streak-checks.store.js';

interface ArrivedReport {
  /** The message as it came over the wire. */
  readonly raw: Uint8Array;
  /** Whose mail it is about, by the signed return path. */
  readonly ref: DeliveryRef | undefined;
  /** When we took it. */
  readonly arrivedAt: Date;
}

/** A mail whose time ran out is late, and failed all the same once nobody tries any more. @clause W17.5 */
const notedKind = ({ kind, recipients, feedback }: Report): NotedKind | undefined => {
  switch (kind) {
    case 'bounce':
      return 'failed';
    case 'delay':
      return recipients[0]?.isFinal === true ? 'failed' : 'delayed';
    case 'complaint': // a report of failed authentication is no person's wish
      return feedback === 'auth-failure' ? undefined : 'complained';
    case 'delivered':
    case 'auto-reply':
    case 'not-a-bounce':
      return undefined;
  }
};

/**
 * Takes in a message that came to a return path. The signed address says whom it is about, the report only what
 * happened and why. The same report again, in whatever order, changes nothing.
 * @rfc 3464
 */
@Injectable()
export class ReceiveReport {
  constructor(
    private readonly database: Database,
    private readonly reports: BounceReports,
    private readonly checks: StreakChecks,
    private readonly log: Log,
  ) {}

  /** Gives what the message was. */
  async execute({ raw, ref, arrivedAt }: ArrivedReport): Promise<ReportKind> {
    const report = readReport(raw);
    const kind = notedKind(report);
    if (kind && ref) await this.note(kind, report, ref, arrivedAt);
    this.log.event('bounces.report-read', { kind: report.kind, attributed: ref !== undefined });
    return report.kind;
  }

  private async note(
    kind: NotedKind,
    report: Report,
    { tenantId, campaignId, subscriberId }: DeliveryRef,
    at: Date,
  ): Promise<void> {
    // One mail went to one person: several recipients are that person's forwardings.
    const [said] = report.recipients;
    await this.database.inTenant(tenantId, async (tx) => {
      const isNews = await this.reports.note(tx, tenantId, {
        subscriberId,
        campaignId,
        kind,
        source: 'report',
        at,
        status: said?.status ?? null,
        replyCode: said?.replyCode ?? null,
        reason: said?.reason ?? 'other',
        blame: said?.blame ?? 'path',
      });
      if (isNews && kind !== 'complained') await this.checks.ask(tx, tenantId, subscriberId, at);
    });
  }
}

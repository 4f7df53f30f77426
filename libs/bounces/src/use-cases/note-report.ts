import type { DeliveryRef } from '#lib/delivery';
import type { Tx } from '#platform/database';
import { Injectable } from '@nestjs/common';
import { BounceReports } from '../store/bounce-reports.store.js';
import type { NotedReport } from '../store/bounce-reports.store.js';
import { StreakChecks } from '../store/streak-checks.store.js';
import { AskForJudgement } from './ask-for-judgement.js';
import { HeedComplaint } from './heed-complaint.js';

type Whose = Omit<DeliveryRef, 'deliveryNo'>;
type Finding = Omit<NotedReport, 'subscriberId' | 'campaignId' | 'domain'>;

/** Writes down what came back about one mail, and has done what follows from it. News twice told is told once. */
@Injectable()
export class NoteReport {
  constructor(
    private readonly reports: BounceReports,
    private readonly checks: StreakChecks,
    private readonly heedComplaint: HeedComplaint,
    private readonly askForJudgement: AskForJudgement,
  ) {}

  async within(tx: Tx, whose: Whose, finding: Finding): Promise<void> {
    const { tenantId, subscriberId, campaignId, domain } = whose;
    const { kind, blame, at, source } = finding;
    const report = { ...finding, subscriberId, campaignId, domain };
    if (!(await this.reports.note(tx, tenantId, report)) || source === 'unsigned') return;
    if (kind === 'complained') await this.heedComplaint.within(tx, whose);
    else await this.checks.askIfManyFailed(tx, tenantId, subscriberId, at);
    const speaksOfList = kind === 'complained' || (kind === 'failed' && blame !== 'sender');
    if (speaksOfList) await this.askForJudgement.within(tx, tenantId, campaignId);
  }
}

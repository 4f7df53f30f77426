import { QualityGateRules } from '#lib/contracts';
import { HoldMailing, MailingProgress } from '#lib/delivery';
import { Clock, asTenantId, newId } from '#lib/kernel';
import { Database } from '#platform/database';
import { Log } from '#platform/log';
import { Injectable } from '@nestjs/common';
import { isTooBad } from '../domain/quality-gate.js';
import { BounceReports } from '../store/bounce-reports.store.js';
import { QualityGates } from '../store/quality-gates.store.js';
import { TellOfHold } from './tell-of-hold.js';

/**
 * The list-quality gate: a campaign of which too much comes back waits until an operator has looked at it. Hold and
 * word to operators and owners are one transaction, hence the system's. Once released it is not stopped again.
 * @clause W12A-9
 */
@Injectable()
export class JudgeCampaign {
  constructor(
    private readonly database: Database,
    private readonly reports: BounceReports,
    private readonly gates: QualityGates,
    private readonly rules: QualityGateRules,
    private readonly progress: MailingProgress,
    private readonly hold: HoldMailing,
    private readonly tell: TellOfHold,
    private readonly clock: Clock,
    private readonly log: Log,
  ) {}

  async execute(data: { tenantId: string; campaignId: string }): Promise<void> {
    const { campaignId } = data;
    const tenantId = asTenantId(data.tenantId);
    await this.database.asSystem(async (tx) => {
      if (await this.gates.lastOf(tx, tenantId, campaignId)) return;
      const trippedAt = this.clock.now();
      const { status, accepted, refused } = await this.progress.read(tx, tenantId, campaignId);
      if (status !== 'running' && status !== 'paused') return;
      const counts = await this.reports.speakingOfList(tx, tenantId, campaignId);
      const fare = { sent: accepted + refused, ...counts };
      if (!isTooBad(fare, await this.rules.of(tx, tenantId, trippedAt))) return;
      if (!(await this.hold.within(tx, tenantId, campaignId, 'list-quality'))) return;
      await this.gates.add(tx, tenantId, { id: newId(trippedAt), campaignId, trippedAt, ...fare });
      await this.tell.within(tx, tenantId, { campaignId, ...fare });
      tx.afterCommit(() => {
        this.log.warn('bounces.quality-gate-tripped', { tenantId, campaignId, ...fare });
      });
    });
  }
}

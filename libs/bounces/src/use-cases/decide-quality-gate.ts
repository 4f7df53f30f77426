import { AuditTrail, TellOwners, actorId } from '#lib/accounts';
import type { Actor } from '#lib/accounts';
import { DecideHeldMailing } from '#lib/delivery';
import { Clock } from '#lib/kernel';
import { Config } from '#platform/config';
import { Database } from '#platform/database';
import { Injectable } from '@nestjs/common';
import { bouncesErrors } from '../bounces.errors.js';
import { heldCampaignDecidedV1 } from '../notices/held-campaign-decided.v1.js';
import { QualityGates } from '../store/quality-gates.store.js';
import type { GateDecision, QualityGateRow } from '../store/quality-gates.store.js';

interface Verdict {
  readonly id: string;
  readonly decision: GateDecision;
  readonly reason: string;
  readonly actor: Actor;
}

/** An operator lets a held campaign go on, or ends it; its owners are told which, and why. */
@Injectable()
export class DecideQualityGate {
  constructor(
    private readonly database: Database,
    private readonly gates: QualityGates,
    private readonly decideMailing: DecideHeldMailing,
    private readonly audit: AuditTrail,
    private readonly tell: TellOwners,
    private readonly config: Config,
    private readonly clock: Clock,
  ) {}

  /** The same decision again is harmless. @throws BusinessError bounces.no-gate, bounces.gate-decided */
  execute({ id, decision, reason, actor }: Verdict): Promise<QualityGateRow> {
    return this.database.asSystem(async (tx) => {
      const gate = await this.gates.lock(tx, id);
      if (!gate) throw bouncesErrors.noGate();
      if (gate.decision === decision) return gate;
      if (gate.decision !== null) throw bouncesErrors.gateDecided();
      const { tenantId, campaignId } = gate;
      const at = this.clock.now();
      await this.gates.decide(tx, tenantId, id, { decision, by: actorId(actor), at, reason });
      const outcome = await this.decideMailing.within(
        tx,
        tenantId,
        campaignId,
        'list-quality',
        decision,
      );
      await this.audit.record(tx, {
        tenantId,
        actor,
        action: `campaign.quality-gate-${decision}`,
        subject: { kind: 'campaign', id: campaignId },
        details: { reason },
      });
      const link = `${this.config.publicUrl}/console/campaigns/${campaignId}`;
      await this.tell.within(tx, tenantId, heldCampaignDecidedV1, {
        decision: outcome ?? decision,
        reason,
        link,
      });
      return { ...gate, decision, decidedAt: at, reason };
    });
  }
}

import { AuditTrail } from '#lib/accounts';
import { Clock } from '#lib/kernel';
import { Database } from '#platform/database';
import { Injectable } from '@nestjs/common';
import { campaignErrors } from '../campaigns.errors.js';
import { isAboutSame } from '../domain/approval.js';
import { ApprovalsStore } from '../store/approvals.store.js';
import { CampaignsStore } from '../store/campaigns.store.js';
import { hashOf } from '../store/versions.store.js';
import { ComposeContent } from './compose-content.js';
import type { Wish } from './move-campaign.js';
import { TellOfApproval } from './tell-of-approval.js';

interface Verdict extends Wish {
  readonly decision: 'approved' | 'rejected';
  readonly reason: string;
}

/** A second member says yes or no to what another asked for; an operator to a mail about an election. @clause W12A-7 */
@Injectable()
export class DecideApproval {
  constructor(
    private readonly database: Database,
    private readonly campaigns: CampaignsStore,
    private readonly approvals: ApprovalsStore,
    private readonly compose: ComposeContent,
    private readonly tell: TellOfApproval,
    private readonly audit: AuditTrail,
    private readonly clock: Clock,
  ) {}

  /** @throws BusinessError campaign.no-approval-request, campaign.own-approval, campaign.outdated-request */
  execute({ tenantId, campaignId, actor, decision, reason }: Verdict): Promise<void> {
    const decider =
      actor.kind === 'member'
        ? ({ by: 'member', id: actor.memberId } as const)
        : actor.kind === 'operator' && !actor.actingFor
          ? ({ by: 'operator', id: actor.operatorId } as const)
          : undefined;
    if (!decider) throw campaignErrors.membersOnly();
    return this.database.inTenant(tenantId, async (tx) => {
      const campaign = await this.campaigns.lock(tx, tenantId, campaignId);
      const request = await this.approvals.newest(tx, tenantId, campaignId, decider.by);
      if (!request || request.decision) throw campaignErrors.noRequest();
      if (request.requestedBy === decider.id) throw campaignErrors.ownApproval();
      const { content, target } = await this.compose.within(tx, tenantId, campaign.draft);
      const wanted = { sha256: hashOf({ content, target }), recipients: request.recipients };
      if (decision === 'approved' && !isAboutSame(request, wanted))
        throw campaignErrors.outdatedRequest();
      const at = this.clock.now();
      const verdict = { decision, by: decider.id, at, reason };
      if (!(await this.approvals.decide(tx, tenantId, request.id, verdict)))
        throw campaignErrors.noRequest();
      await this.tell.decided(tx, tenantId, campaign, request, { decision, reason });
      await this.audit.record(tx, {
        tenantId,
        actor,
        action: `campaign.${decision}`,
        subject: { kind: 'campaign', id: campaignId },
        details: { contentVersion: request.contentVersion, recipients: request.recipients },
      });
    });
  }
}

import { AuditTrail } from '#lib/accounts';
import { Clock, newId } from '#lib/kernel';
import { Database } from '#platform/database';
import { Outbox } from '#platform/queue';
import { Injectable } from '@nestjs/common';
import { campaignErrors, notReady } from '../campaigns.errors.js';
import type { Approval } from '../domain/approval.js';
import { errorsOf } from '../domain/finding.js';
import { tellOfReviewJob } from '../jobs/tell-of-review.job.js';
import { ApprovalsStore } from '../store/approvals.store.js';
import { CampaignsStore } from '../store/campaigns.store.js';
import { VersionsStore, hashOf } from '../store/versions.store.js';
import { CheckCampaign } from './check-campaign.js';
import type { Wish } from './move-campaign.js';
import { TellOfApproval } from './tell-of-approval.js';

interface Request extends Wish {
  /** A second member, or an operator for mails about elections. */
  readonly by: Approval['by'];
  readonly note: string;
}

/** Keeps a draft as it is now and asks somebody else to look at exactly that. @clause W12A-7 */
@Injectable()
export class RequestApproval {
  constructor(
    private readonly database: Database,
    private readonly campaigns: CampaignsStore,
    private readonly check: CheckCampaign,
    private readonly versions: VersionsStore,
    private readonly approvals: ApprovalsStore,
    private readonly tell: TellOfApproval,
    private readonly outbox: Outbox,
    private readonly audit: AuditTrail,
    private readonly clock: Clock,
  ) {}

  /** @throws BusinessError campaign.not-found, campaign.not-draft, campaign.not-ready */
  execute({ tenantId, campaignId, actor, by, note }: Request): Promise<void> {
    return this.database.inTenant(tenantId, async (tx) => {
      const campaign = await this.campaigns.lock(tx, tenantId, campaignId);
      const { draft, state } = campaign;
      if (state.status !== 'draft')
        throw campaignErrors.notDraft({ params: { status: state.status } });
      const now = this.clock.now();
      const checked = await this.check.within(tx, tenantId, draft, now);
      const [worst] = errorsOf(checked.findings);
      if (worst) throw notReady(worst);
      const { content, target, recipients } = checked;
      const contentVersion = await this.versions.freeze(
        tx,
        tenantId,
        campaignId,
        { content, target },
        now,
      );
      const request = {
        id: newId(now),
        by,
        sha256: hashOf({ content, target }),
        recipients,
        contentVersion,
        requestedBy: actor.kind === 'member' ? actor.memberId : null,
        requestedAt: now,
        note,
      };
      await this.approvals.insert(tx, tenantId, campaignId, request);
      const asked = { tenantId, campaignId, approvalId: request.id };
      if (by === 'member') await this.tell.asked(tx, tenantId, campaign, request);
      else await this.outbox.add(tx, tellOfReviewJob, asked);
      await this.audit.record(tx, {
        tenantId,
        actor,
        action: by === 'member' ? 'campaign.approval-requested' : 'campaign.review-requested',
        subject: { kind: 'campaign', id: campaignId },
        details: { recipients, contentVersion },
      });
    });
  }
}

import { TellOperators, Tenants } from '#lib/accounts';
import { asTenantId } from '#lib/kernel';
import { Config } from '#platform/config';
import { Database } from '#platform/database';
import { Injectable } from '@nestjs/common';
import { reviewAskedV1 } from '../notices/review-asked.v1.js';
import { ApprovalsStore } from '../store/approvals.store.js';
import { CampaignsStore } from '../store/campaigns.store.js';

/** Mails the operators who may decide that a mail about an election waits for them. @clause W12A-7 */
@Injectable()
export class TellOfReview {
  constructor(
    private readonly database: Database,
    private readonly campaigns: CampaignsStore,
    private readonly approvals: ApprovalsStore,
    private readonly tenants: Tenants,
    private readonly tell: TellOperators,
    private readonly config: Config,
  ) {}

  /** Says nothing of a request that was replaced or decided in the meantime. */
  async execute(asked: {
    tenantId: string;
    campaignId: string;
    approvalId: string;
  }): Promise<void> {
    const tenantId = asTenantId(asked.tenantId);
    await this.database.asSystem(async (tx) => {
      const review = await this.approvals.newest(tx, tenantId, asked.campaignId, 'operator');
      if (review?.id !== asked.approvalId || review.decision !== null) return;
      const { draft } = await this.campaigns.get(tx, tenantId, asked.campaignId);
      const { name: tenantName } = await this.tenants.get(tx, tenantId);
      await this.tell.within(tx, 'tenants.write', reviewAskedV1, {
        tenantName,
        campaign: draft.subject,
        recipients: review.recipients,
        note: review.note,
        link: `${this.config.publicUrl}/console/operator/approvals`,
      });
    });
  }
}

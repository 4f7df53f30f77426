import { Members, TellMembers } from '#lib/accounts';
import type { TenantId } from '#lib/kernel';
import { Config } from '#platform/config';
import type { Tx } from '#platform/database';
import { Injectable } from '@nestjs/common';
import type { Approval } from '../domain/approval.js';
import type { Campaign } from '../domain/campaign.js';
import { approvalAskedV1 } from '../notices/approval-asked.v1.js';
import { approvalDecidedV1 } from '../notices/approval-decided.v1.js';

/** Mails those who can approve that somebody waits for them, and whoever asked what came of it. @clause W12A-7 */
@Injectable()
export class TellOfApproval {
  constructor(
    private readonly members: Members,
    private readonly tell: TellMembers,
    private readonly config: Config,
  ) {}

  async asked(
    tx: Tx,
    tenantId: TenantId,
    campaign: Campaign,
    request: Pick<Approval, 'recipients' | 'note' | 'requestedBy'>,
  ): Promise<void> {
    const { recipients, note, requestedBy } = request;
    const to = await this.members.others(tx, tenantId, 'campaigns.send', requestedBy);
    const words = { ...this.about(campaign), recipients, note };
    await this.tell.within(tx, tenantId, to, approvalAskedV1, words);
  }

  async decided(
    tx: Tx,
    tenantId: TenantId,
    campaign: Campaign,
    { requestedBy }: Approval,
    verdict: { decision: 'approved' | 'rejected'; reason: string },
  ): Promise<void> {
    const author = requestedBy && (await this.members.find(tx, tenantId, requestedBy));
    if (!author) return;
    const words = { ...this.about(campaign), ...verdict };
    await this.tell.within(tx, tenantId, [author], approvalDecidedV1, words);
  }

  private about({ id, draft }: Campaign): { campaign: string; link: string } {
    const link = `${this.config.publicUrl}/console/campaigns/${id}/edit/schedule`;
    return { campaign: draft.subject, link };
  }
}

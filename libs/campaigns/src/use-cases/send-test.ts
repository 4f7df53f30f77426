import { Members } from '#lib/accounts';
import { SendOne } from '#lib/delivery';
import { Clock } from '#lib/kernel';
import type { TenantId } from '#lib/kernel';
import { Database } from '#platform/database';
import type { Tx } from '#platform/database';
import { Injectable } from '@nestjs/common';
import { campaignErrors } from '../campaigns.errors.js';
import { SendingGate } from '../sending-gate.js';
import { CampaignsStore } from '../store/campaigns.store.js';
import { TestSendsStore } from '../store/test-sends.store.js';
import { ComposeContent, sampleOf } from './compose-content.js';
import type { Wish } from './move-campaign.js';

const hourMs = 3600 * 1000;
const limit = 20;

/** Sends the campaign as it is now to the member who asks, and to nobody else. */
@Injectable()
export class SendTest {
  constructor(
    private readonly database: Database,
    private readonly campaigns: CampaignsStore,
    private readonly compose: ComposeContent,
    private readonly tests: TestSendsStore,
    private readonly members: Members,
    private readonly gate: SendingGate,
    private readonly sender: SendOne,
    private readonly clock: Clock,
  ) {}

  /**
   * No contract, no mail: a test neither.
   * @throws BusinessError campaign.members-only, campaign.contract-inactive, campaign.too-many-tests (20 an hour),
   * delivery's for bad templates
   */
  async execute({ tenantId, campaignId, actor }: Wish): Promise<void> {
    if (actor.kind !== 'member') throw campaignErrors.membersOnly();
    const { memberId } = actor;
    const { to, composed } = await this.database.inTenant(tenantId, async (tx) => {
      const { draft } = await this.campaigns.get(tx, tenantId, campaignId);
      if (!(await this.gate.isOpen(tx, tenantId, this.clock.now())))
        throw campaignErrors.contractInactive();
      await this.spend(tx, tenantId, memberId, campaignId);
      return {
        to: await this.members.mailbox(tx, tenantId, memberId),
        composed: await this.compose.within(tx, tenantId, draft),
      };
    });
    const { content } = composed;
    await this.sender.execute({ tenantId, content, to, sample: sampleOf(composed) });
  }

  /** Counts a try before it is made, so that twenty parallel ones are twenty. */
  private async spend(
    tx: Tx,
    tenantId: TenantId,
    memberId: string,
    campaignId: string,
  ): Promise<void> {
    const at = this.clock.now();
    const since = new Date(at.getTime() - hourMs);
    if ((await this.tests.countSince(tx, tenantId, memberId, since)) >= limit)
      throw campaignErrors.tooManyTests({ params: { limit }, retryAfterSeconds: 3600 });
    await this.tests.append(tx, tenantId, { memberId, campaignId, at });
  }
}

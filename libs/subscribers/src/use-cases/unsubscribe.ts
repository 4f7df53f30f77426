import { Clock } from '#lib/kernel';
import type { TenantId } from '#lib/kernel';
import type { Tx } from '#platform/database';
import { Outbox } from '#platform/queue';
import { Injectable } from '@nestjs/common';
import { subscriberLeft } from '../facts.js';
import { goodbyeMail } from '../jobs/mail-jobs.js';
import { CampaignLeaves } from '../store/campaign-leaves.js';
import { SubscriptionStore } from '../store/subscription-store.js';

export interface Leave {
  readonly subscriberId: string;
  /** Null leaves all newsletters of the tenant. */
  readonly newsletterId: string | null;
  readonly campaignId: string | null;
  /** When the wish arrived; the present unless given. */
  readonly at?: Date;
  /** How the person is told: by an answer to its own mail, or not at all; by a mail of ours unless given. */
  readonly goodbye?: 'answer' | 'none';
}

/**
 * Ends active subscriptions at once, whoever asked for it on the person's wish. Again and again is harmless.
 * @clause §2.3, §4.1 (3)
 */
@Injectable()
export class Unsubscribe {
  constructor(
    private readonly clock: Clock,
    private readonly outbox: Outbox,
    private readonly subscriptions: SubscriptionStore,
    private readonly leaves: CampaignLeaves,
  ) {}

  /** Gives the number of subscriptions ended. */
  async within(tx: Tx, tenantId: TenantId, leave: Leave): Promise<number> {
    const { subscriberId, newsletterId, campaignId, at = this.clock.now(), goodbye } = leave;
    await this.subscriptions.lockPerson(tx, tenantId, subscriberId);
    let ended = 0;
    for (const subscription of await this.subscriptions.ofPerson(tx, tenantId, subscriberId)) {
      if (newsletterId !== null && subscription.newsletterId !== newsletterId) continue;
      if (subscription.statusAt > at) continue; // joined again after the wish to leave was on its way
      if (!(await this.subscriptions.move(tx, tenantId, subscription, 'unsubscribe', at))) continue;
      ended++;
      const left = { tenantId, subscriberId, newsletterId: subscription.newsletterId, campaignId };
      await this.outbox.tell(tx, subscriberLeft, left);
    }
    if (ended > 0 && campaignId !== null) await this.leaves.count(tx, tenantId, campaignId, at);
    if (ended > 0 && goodbye !== 'none') {
      const isAnswer = goodbye === 'answer';
      const told = { tenantId, subscriberId, leftAtMs: at.getTime(), isAnswer };
      await this.outbox.add(tx, goodbyeMail, told);
    }
    return ended;
  }
}

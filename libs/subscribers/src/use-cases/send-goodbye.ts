import { asTenantId } from '#lib/kernel';
import type { EmailAddress, TenantId } from '#lib/kernel';
import { Config } from '#platform/config';
import { Database } from '#platform/database';
import { Injectable } from '@nestjs/common';
import { Addresses } from '../store/addresses.js';
import { SubscriptionStore } from '../store/subscription-store.js';
import { Letterheads } from './letterhead.js';
import type { Letterhead } from './letterhead.js';
import { LinkTokens } from './link-tokens.js';
import { PostMail } from './post-mail.js';

interface Goodbye {
  readonly head: Letterhead;
  readonly to: EmailAddress;
  readonly titles: readonly string[];
}

/** Says that the person has left, and gives seven days to take it back. */
@Injectable()
export class SendGoodbye {
  constructor(
    private readonly config: Config,
    private readonly database: Database,
    private readonly subscriptions: SubscriptionStore,
    private readonly addresses: Addresses,
    private readonly letterheads: Letterheads,
    private readonly tokens: LinkTokens,
    private readonly post: PostMail,
  ) {}

  async execute(data: {
    tenantId: string;
    subscriberId: string;
    leftAtMs: number;
    isAnswer?: boolean;
  }): Promise<void> {
    const { subscriberId, leftAtMs, isAnswer = false } = data;
    const leftAt = new Date(leftAtMs);
    const goodbye = await this.read(asTenantId(data.tenantId), subscriberId, leftAt);
    if (!goodbye) return;
    const { head, to, titles } = goodbye;
    const undo = `${this.config.publicUrl}/undo/${this.tokens.undo(subscriberId, leftAt)}`;
    await this.post.execute({
      head,
      to,
      template: 'goodbye',
      values: { titles, undo },
      key: `${subscriberId}:${leftAtMs}`,
      isAnswer,
    });
  }

  private read(
    tenantId: TenantId,
    subscriberId: string,
    leftAt: Date,
  ): Promise<Goodbye | undefined> {
    return this.database.inTenant(tenantId, async (tx) => {
      const left = await this.subscriptions.leftAt(tx, tenantId, subscriberId, leftAt);
      const to = await this.addresses.of(tx, tenantId, subscriberId);
      const heads: Letterhead[] = [];
      for (const { newsletterId } of left) {
        const head = await this.letterheads.read(tx, tenantId, newsletterId);
        if (head) heads.push(head);
      }
      const [head] = heads;
      return to && head && { head, to, titles: heads.map(({ newsletter }) => newsletter.title) };
    });
  }
}

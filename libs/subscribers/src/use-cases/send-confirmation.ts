import { Clock, asTenantId } from '#lib/kernel';
import type { EmailAddress, TenantId } from '#lib/kernel';
import { Config } from '#platform/config';
import { Database } from '#platform/database';
import { Injectable } from '@nestjs/common';
import { isExpired } from '../domain/opt-in.js';
import type { SignUpChannel } from '../domain/opt-in.js';
import { Addresses } from '../store/addresses.js';
import { OptInStore } from '../store/opt-in-store.js';
import { SubscriptionStore } from '../store/subscription-store.js';
import { Letterheads } from './letterhead.js';
import type { Letterhead } from './letterhead.js';
import { LinkTokens } from './link-tokens.js';
import { PostMail } from './post-mail.js';

/** Sends the link that confirms, without a word of advertising. */
@Injectable()
export class SendConfirmation {
  constructor(
    private readonly clock: Clock,
    private readonly config: Config,
    private readonly database: Database,
    private readonly requests: OptInStore,
    private readonly subscriptions: SubscriptionStore,
    private readonly addresses: Addresses,
    private readonly letterheads: Letterheads,
    private readonly tokens: LinkTokens,
    private readonly post: PostMail,
  ) {}

  async execute(data: { tenantId: string; requestId: string; nth: number }): Promise<void> {
    const { requestId, nth } = data;
    const letter = await this.read(asTenantId(data.tenantId), requestId);
    if (!letter) return;
    const link = `${this.config.publicUrl}/confirm/${this.tokens.optIn(requestId)}`;
    const { channel, ...addressed } = letter;
    await this.post.execute({
      ...addressed,
      template: channel === 'migration-list' ? 'migration-confirmation' : 'confirmation',
      values: { link },
      key: `${requestId}:${nth}`,
      isAnswer: channel === 'blank-mail',
    });
  }

  /** Undefined when there is nothing to confirm any more. */
  private read(
    tenantId: TenantId,
    requestId: string,
  ): Promise<{ head: Letterhead; to: EmailAddress; channel: SignUpChannel } | undefined> {
    return this.database.inTenant(tenantId, async (tx) => {
      const request = await this.requests.get(tx, tenantId, requestId);
      if (!request || request.usedAt || isExpired(request, this.clock.now())) return undefined;
      const subscription = await this.subscriptions.get(tx, tenantId, request.subscriptionId);
      if (subscription?.status !== 'pending') return undefined;
      const to = await this.addresses.of(tx, tenantId, subscription.subscriberId);
      const head = await this.letterheads.read(tx, tenantId, subscription.newsletterId);
      return to && head && { head, to, channel: request.channel };
    });
  }
}

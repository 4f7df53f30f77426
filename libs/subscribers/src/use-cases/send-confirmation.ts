import { MaySend } from '#lib/contracts';
import { Clock, asTenantId } from '#lib/kernel';
import type { EmailAddress } from '#lib/kernel';
import { Config } from '#platform/config';
import { Database } from '#platform/database';
import type { Tx } from '#platform/database';
import { Outbox } from '#platform/queue';
import { Injectable } from '@nestjs/common';
import { isExpired } from '../domain/opt-in.js';
import type { SignUpChannel } from '../domain/opt-in.js';
import { confirmationMail } from '../jobs/mail-jobs.js';
import { Addresses } from '../store/addresses.js';
import { OptInStore } from '../store/opt-in-store.js';
import { SubscriptionStore } from '../store/subscription-store.js';
import { Letterheads } from './letterhead.js';
import type { Letterhead } from './letterhead.js';
import { LinkTokens } from './link-tokens.js';
import { PostMail } from './post-mail.js';

/** How long a mail waits when the tenant's contract does not allow it; its request outlives a day of this. */
const forbiddenPauseMs = 5 * 60_000;

interface Wish {
  readonly tenantId: string;
  readonly requestId: string;
  readonly nth: number;
}

/** Sends the link that confirms, without a word of advertising: while the tenant may send, or as soon as it may again. @clause W5.1, W13 */
@Injectable()
export class SendConfirmation {
  constructor(
    private readonly clock: Clock,
    private readonly config: Config,
    private readonly database: Database,
    private readonly maySend: MaySend,
    private readonly outbox: Outbox,
    private readonly requests: OptInStore,
    private readonly subscriptions: SubscriptionStore,
    private readonly addresses: Addresses,
    private readonly letterheads: Letterheads,
    private readonly tokens: LinkTokens,
    private readonly post: PostMail,
  ) {}

  async execute(wish: Wish): Promise<void> {
    const { requestId, nth } = wish;
    const letter = await this.read(wish);
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

  /** Undefined when there is nothing to confirm any more, or not now. */
  private read(
    wish: Wish,
  ): Promise<{ head: Letterhead; to: EmailAddress; channel: SignUpChannel } | undefined> {
    const tenantId = asTenantId(wish.tenantId);
    const now = this.clock.now();
    return this.database.inTenant(tenantId, async (tx) => {
      const request = await this.requests.get(tx, tenantId, wish.requestId);
      if (!request || request.usedAt || isExpired(request, now)) return undefined;
      const subscription = await this.subscriptions.get(tx, tenantId, request.subscriptionId);
      if (subscription?.status !== 'pending') return undefined;
      if (!(await this.maySend.check(tx, tenantId, now))) return this.putOff(tx, wish, now);
      const to = await this.addresses.of(tx, tenantId, subscription.subscriberId);
      const head = await this.letterheads.read(tx, tenantId, subscription.newsletterId);
      return to && head && { head, to, channel: request.channel };
    });
  }

  private async putOff(tx: Tx, wish: Wish, now: Date): Promise<undefined> {
    const at = new Date(now.getTime() + forbiddenPauseMs);
    const key = `${wish.requestId}-${wish.nth}-${at.getTime()}`;
    await this.outbox.add(tx, confirmationMail, wish, { at, key });
  }
}

import type { TenantId } from '#lib/kernel';
import { Database } from '#platform/database';
import { Injectable } from '@nestjs/common';
import { NewsletterStore } from '../store/newsletter-store.js';
import { SubscriberStore } from '../store/subscriber-store.js';
import { LinkTokens } from './link-tokens.js';

export interface OpenedLink {
  readonly tenantId: TenantId;
  readonly subscriberId: string;
  readonly newsletterId: string | null;
  readonly campaignId: string | null;
}

/** Reads the token of an unsubscribe link, of the web or the mail kind, and changes nothing. */
@Injectable()
export class OpenUnsubscribeLink {
  constructor(
    private readonly database: Database,
    private readonly tokens: LinkTokens,
    private readonly subscribers: SubscriberStore,
    private readonly newsletters: NewsletterStore,
  ) {}

  /** Undefined for a token that we did not make. */
  async execute(token: string): Promise<OpenedLink | undefined> {
    const web = this.tokens.openLink('unsubscribe', token);
    const mail = web ? undefined : this.tokens.openMailLink(token);
    const subscriberId = (web ?? mail)?.subscriberId;
    if (!subscriberId) return undefined;
    return this.database.asSystem(async (tx) => {
      const tenantId = await this.subscribers.tenantOf(tx, subscriberId);
      if (!tenantId) return undefined;
      const tail = mail?.newsletterTail;
      const newsletterId = tail
        ? await this.newsletters.idByTail(tx, tenantId, tail)
        : (web?.newsletterId ?? null);
      return { tenantId, subscriberId, newsletterId, campaignId: web?.campaignId ?? null };
    });
  }
}

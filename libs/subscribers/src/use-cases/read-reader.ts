import type { EmailAddress, TenantId } from '#lib/kernel';
import type { Tx } from '#platform/database';
import { Injectable } from '@nestjs/common';
import { Addresses } from '../store/addresses.js';
import { SubscriptionStore } from '../store/subscription-store.js';
import { Letterheads } from './letterhead.js';
import type { Letterhead } from './letterhead.js';
import { SubscriberLinks } from './subscriber-links.js';
import type { PersonalLinks } from './subscriber-links.js';

export interface Reader {
  readonly head: Letterhead;
  readonly to: EmailAddress;
  readonly subscriberId: string;
  readonly links: PersonalLinks;
}

/** Who reads a newsletter now, and everything needed to write to them about it. */
@Injectable()
export class ReadReader {
  constructor(
    private readonly subscriptions: SubscriptionStore,
    private readonly addresses: Addresses,
    private readonly letterheads: Letterheads,
    private readonly links: SubscriberLinks,
  ) {}

  /** Undefined when the subscription is not active any more. */
  async within(tx: Tx, tenantId: TenantId, subscriptionId: string): Promise<Reader | undefined> {
    const subscription = await this.subscriptions.get(tx, tenantId, subscriptionId);
    if (subscription?.status !== 'active') return undefined;
    const { subscriberId, newsletterId } = subscription;
    const to = await this.addresses.of(tx, tenantId, subscriberId);
    const head = await this.letterheads.read(tx, tenantId, newsletterId);
    const links = this.links.of({ tenantId, subscriberId, newsletterId, campaignId: null });
    return to && head && { head, to, subscriberId, links };
  }
}

import { Clock } from '#lib/kernel';
import type { TenantId } from '#lib/kernel';
import type { Tx } from '#platform/database';
import { Outbox } from '#platform/queue';
import { Injectable } from '@nestjs/common';
import type { SubscriptionEvent } from '../domain/subscription.js';
import { subscriberRemoved } from '../facts.js';
import type { SuppressionReason } from '../store/evidence-store.js';
import { SubscriptionStore } from '../store/subscription-store.js';
import { ErasePerson } from './erase-person.js';
import { ExpireOptIn } from './expire-opt-in.js';

interface Cause {
  readonly event: SubscriptionEvent;
  readonly suppress: SuppressionReason;
}

/** Takes a person off all lists of the tenant and erases the address; a keyed hash keeps it from being mailed again. */
@Injectable()
export class RemovePerson {
  constructor(
    private readonly clock: Clock,
    private readonly outbox: Outbox,
    private readonly subscriptions: SubscriptionStore,
    private readonly expiry: ExpireOptIn,
    private readonly erasePerson: ErasePerson,
  ) {}

  /** False when the person actively read nothing any more. */
  async within(
    tx: Tx,
    tenantId: TenantId,
    subscriberId: string,
    { event, suppress }: Cause,
  ): Promise<boolean> {
    const at = this.clock.now();
    await this.subscriptions.lockPerson(tx, tenantId, subscriberId);
    const all = await this.subscriptions.ofPerson(tx, tenantId, subscriberId);
    if (!all.some(({ status }) => status === 'active')) return false;
    for (const subscription of all) {
      await this.subscriptions.move(tx, tenantId, subscription, event, at);
      if (subscription.status === 'pending')
        await this.expiry.within(tx, tenantId, subscription, { at, keepPerson: true });
    }
    await this.erasePerson.within(tx, tenantId, subscriberId, { at, suppress });
    await this.outbox.tell(tx, subscriberRemoved, { tenantId, subscriberId });
    return true;
  }
}

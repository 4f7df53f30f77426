import { Clock } from '#lib/kernel';
import type { TenantId } from '#lib/kernel';
import { Database } from '#platform/database';
import type { Tx } from '#platform/database';
import { Injectable } from '@nestjs/common';
import { isExpired } from '../domain/opt-in.js';
import { OptInStore } from '../store/opt-in-store.js';
import { SubscriptionStore } from '../store/subscription-store.js';
import type { Subscription } from '../store/subscription-store.js';
import { ErasePerson } from './erase-person.js';

/** Forgets a wish to join that was not confirmed in time. @clause §2.3 */
@Injectable()
export class ExpireOptIn {
  constructor(
    private readonly clock: Clock,
    private readonly database: Database,
    private readonly requests: OptInStore,
    private readonly subscriptions: SubscriptionStore,
    private readonly erasePerson: ErasePerson,
  ) {}

  execute({ tenantId, requestId }: { tenantId: TenantId; requestId: string }): Promise<void> {
    return this.database.inTenant(tenantId, async (tx) => {
      const request = await this.requests.get(tx, tenantId, requestId);
      if (!request) return;
      const subscription = await this.subscriptions.get(tx, tenantId, request.subscriptionId);
      if (!subscription) return;
      await this.subscriptions.lockPerson(tx, tenantId, subscription.subscriberId);
      const current = await this.subscriptions.get(tx, tenantId, subscription.id);
      const at = this.clock.now();
      if (current && isExpired(request, at))
        await this.within(tx, tenantId, current, { at, keepPerson: false });
    });
  }

  /** For a caller that holds the lock on the person. `keepPerson` when a new wish follows at once. */
  async within(
    tx: Tx,
    tenantId: TenantId,
    subscription: Subscription,
    { at, keepPerson }: { at: Date; keepPerson: boolean },
  ): Promise<void> {
    const request = await this.requests.ofSubscription(tx, tenantId, subscription.id);
    if (request) await this.requests.delete(tx, tenantId, request.id);
    const expired = await this.subscriptions.move(tx, tenantId, subscription, 'expire', at);
    if (!expired || keepPerson) return;
    const rest = await this.subscriptions.ofPerson(tx, tenantId, subscription.subscriberId);
    if (rest.length === 0)
      await this.erasePerson.within(tx, tenantId, subscription.subscriberId, { at });
  }
}

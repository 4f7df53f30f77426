import { addressProblemTexts, parseEmailAddress } from '#lib/kernel';
import type { TenantId } from '#lib/kernel';
import { AuditTrail } from '#lib/accounts';
import type { Actor } from '#lib/accounts';
import { Database } from '#platform/database';
import { Injectable } from '@nestjs/common';
import { subscriberErrors } from '../subscribers.errors.js';
import { Addresses } from '../store/addresses.js';
import { NewsletterStore } from '../store/newsletter-store.js';
import { Unsubscribe } from './unsubscribe.js';

interface Input {
  readonly tenantId: TenantId;
  readonly actor: Actor;
  readonly newsletterId: string;
  readonly address: string;
}

/**
 * Unsubscribes the one address that a subscriber named to the tenant. Says nothing about whether it was there.
 * @clause W17.4, §2.3
 */
@Injectable()
export class UnsubscribeByAddress {
  constructor(
    private readonly database: Database,
    private readonly newsletters: NewsletterStore,
    private readonly addresses: Addresses,
    private readonly unsubscribe: Unsubscribe,
    private readonly audit: AuditTrail,
  ) {}

  /** @throws BusinessError subscribers.no-newsletter, subscribers.bad-address */
  execute({ tenantId, actor, newsletterId, address }: Input): Promise<void> {
    const reading = parseEmailAddress(address);
    if (!reading.ok) {
      const params = addressProblemTexts[reading.problem];
      throw subscriberErrors.badAddress({ field: 'address', params });
    }
    return this.database.inTenant(tenantId, async (tx) => {
      if (!(await this.newsletters.get(tx, tenantId, newsletterId)))
        throw subscriberErrors.noNewsletter();
      const subscriberId = await this.addresses.find(tx, tenantId, reading.address);
      if (subscriberId)
        await this.unsubscribe.within(tx, tenantId, {
          subscriberId,
          newsletterId,
          campaignId: null,
        });
      await this.audit.record(tx, {
        tenantId,
        actor,
        action: 'newsletter.unsubscription-entered',
        subject: { kind: 'newsletter', id: newsletterId },
      });
    });
  }
}

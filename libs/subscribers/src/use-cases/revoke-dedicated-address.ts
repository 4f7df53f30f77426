import { AuditTrail } from '#lib/accounts';
import type { Actor } from '#lib/accounts';
import { Clock } from '#lib/kernel';
import type { TenantId } from '#lib/kernel';
import { Database } from '#platform/database';
import { Injectable } from '@nestjs/common';
import type { DedicatedKind } from '../domain/dedicated-address.js';
import { DedicatedAddressStore } from '../store/dedicated-address-store.js';
import { NewsletterStore } from '../store/newsletter-store.js';
import { subscriberErrors } from '../subscribers.errors.js';

interface Wish {
  readonly tenantId: TenantId;
  readonly actor: Actor;
  readonly newsletterId: string;
  readonly kind: DedicatedKind;
}

/** Takes an address out of use for good: mail to it is refused from now on. */
@Injectable()
export class RevokeDedicatedAddress {
  constructor(
    private readonly clock: Clock,
    private readonly database: Database,
    private readonly newsletters: NewsletterStore,
    private readonly addresses: DedicatedAddressStore,
    private readonly audit: AuditTrail,
  ) {}

  /** Again is harmless. @throws BusinessError subscribers.no-newsletter */
  async execute({ tenantId, actor, newsletterId, kind }: Wish): Promise<void> {
    await this.database.inTenant(tenantId, async (tx) => {
      if (!(await this.newsletters.get(tx, tenantId, newsletterId)))
        throw subscriberErrors.noNewsletter();
      const at = this.clock.now();
      if (!(await this.addresses.revoke(tx, tenantId, newsletterId, kind, at))) return;
      await this.audit.record(tx, {
        tenantId,
        actor,
        action: 'newsletter.address-revoked',
        subject: { kind: 'newsletter', id: newsletterId },
        details: { kind },
      });
    });
  }
}

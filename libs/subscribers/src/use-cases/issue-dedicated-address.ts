import { AuditTrail } from '#lib/accounts';
import type { Actor } from '#lib/accounts';
import { Clock } from '#lib/kernel';
import type { TenantId } from '#lib/kernel';
import { Database } from '#platform/database';
import { base32 } from '#platform/secrets';
import { Injectable } from '@nestjs/common';
import { randomBytes } from 'node:crypto';
import type { DedicatedKind } from '../domain/dedicated-address.js';
import { DedicatedAddressStore } from '../store/dedicated-address-store.js';
import { NewsletterStore } from '../store/newsletter-store.js';
import { subscriberErrors } from '../subscribers.errors.js';

const codeLength = 10;

interface Wish {
  readonly tenantId: TenantId;
  readonly actor: Actor;
  readonly newsletterId: string;
  readonly kind: DedicatedKind;
}

/** Gives a newsletter the address by which people join or leave it by mail. @clause W8.1 */
@Injectable()
export class IssueDedicatedAddress {
  constructor(
    private readonly clock: Clock,
    private readonly database: Database,
    private readonly newsletters: NewsletterStore,
    private readonly addresses: DedicatedAddressStore,
    private readonly audit: AuditTrail,
  ) {}

  /** Leaves an address in use as it is: it is printed somewhere. @throws BusinessError subscribers.no-newsletter */
  async execute({ tenantId, actor, newsletterId, kind }: Wish): Promise<void> {
    await this.database.inTenant(tenantId, async (tx) => {
      if (!(await this.newsletters.lock(tx, tenantId, newsletterId)))
        throw subscriberErrors.noNewsletter();
      const code = base32(randomBytes(codeLength)).slice(0, codeLength);
      const address = { kind, code, issuedAt: this.clock.now() };
      if (!(await this.addresses.issue(tx, tenantId, newsletterId, address))) return;
      await this.audit.record(tx, {
        tenantId,
        actor,
        action: 'newsletter.address-issued',
        subject: { kind: 'newsletter', id: newsletterId },
        details: { kind },
      });
    });
  }
}

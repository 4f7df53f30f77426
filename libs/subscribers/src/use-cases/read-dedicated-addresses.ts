import type { TenantId } from '#lib/kernel';
import { Config } from '#platform/config';
import { Database } from '#platform/database';
import { Injectable } from '@nestjs/common';
import { localPartOf } from '../domain/dedicated-address.js';
import type { DedicatedKind } from '../domain/dedicated-address.js';
import { DedicatedAddressStore } from '../store/dedicated-address-store.js';
import { NewsletterStore } from '../store/newsletter-store.js';
import { subscriberErrors } from '../subscribers.errors.js';

export interface ReadyAddress {
  readonly address: string;
  /** Opens a mail that needs nothing but to be sent. @rfc 6068 */
  readonly mailto: string;
  readonly issuedAt: Date;
}

/** The addresses of one newsletter that are in use. */
@Injectable()
export class ReadDedicatedAddresses {
  constructor(
    private readonly config: Config,
    private readonly database: Database,
    private readonly newsletters: NewsletterStore,
    private readonly addresses: DedicatedAddressStore,
  ) {}

  /** @throws BusinessError subscribers.no-newsletter */
  execute(
    tenantId: TenantId,
    newsletterId: string,
  ): Promise<ReadonlyMap<DedicatedKind, ReadyAddress>> {
    return this.database.inTenant(tenantId, async (tx) => {
      if (!(await this.newsletters.get(tx, tenantId, newsletterId)))
        throw subscriberErrors.noNewsletter();
      const issued = await this.addresses.of(tx, tenantId, newsletterId);
      return new Map(
        issued.map((one) => {
          const address = `${localPartOf(one)}@${this.config.get('MAIL_DOMAIN')}`;
          return [one.kind, { address, mailto: `mailto:${address}`, issuedAt: one.issuedAt }];
        }),
      );
    });
  }

  /** @throws BusinessError subscribers.no-newsletter, subscribers.no-address */
  async one(tenantId: TenantId, newsletterId: string, kind: DedicatedKind): Promise<ReadyAddress> {
    const found = (await this.execute(tenantId, newsletterId)).get(kind);
    if (!found) throw subscriberErrors.noAddress();
    return found;
  }
}

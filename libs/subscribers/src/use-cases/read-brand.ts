import { Tenants } from '#lib/accounts';
import type { Tenant } from '#lib/accounts';
import { IsServing } from '#lib/contracts';
import { Clock } from '#lib/kernel';
import type { TenantId } from '#lib/kernel';
import { Database } from '#platform/database';
import { Injectable } from '@nestjs/common';
import { NewsletterStore } from '../store/newsletter-store.js';

export interface Brand {
  readonly tenant: Tenant;
  /** Null where the page is about all newsletters. */
  readonly newsletter: { readonly title: string; readonly slug: string } | null;
  readonly isServing: boolean;
}

/** Whose page it is. */
@Injectable()
export class ReadBrand {
  constructor(
    private readonly clock: Clock,
    private readonly database: Database,
    private readonly tenants: Tenants,
    private readonly serving: IsServing,
    private readonly newsletters: NewsletterStore,
  ) {}

  execute(tenantId: TenantId, newsletterId: string | null): Promise<Brand> {
    return this.database.inTenant(tenantId, async (tx) => {
      const ids = newsletterId ? [newsletterId] : [];
      const [newsletter] = await this.newsletters.many(tx, tenantId, ids);
      return {
        tenant: await this.tenants.get(tx, tenantId),
        newsletter: newsletter ?? null,
        isServing: await this.serving.check(tx, tenantId, this.clock.now()),
      };
    });
  }
}

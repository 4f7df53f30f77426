import { SenderProfiles, Tenants } from '#lib/accounts';
import type { SenderProfile, Tenant } from '#lib/accounts';
import type { TenantId } from '#lib/kernel';
import type { Tx } from '#platform/database';
import { Injectable } from '@nestjs/common';
import { NewsletterStore } from '../store/newsletter-store.js';
import type { NewsletterRow } from '../store/newsletter.row.js';

export interface Letterhead {
  readonly tenant: Tenant;
  readonly sender: SenderProfile;
  readonly newsletter: Pick<
    NewsletterRow,
    'id' | 'title' | 'slug' | 'locale' | 'listId' | 'publishedForm'
  >;
}

/** As whom and about which newsletter a person is written to. */
@Injectable()
export class Letterheads {
  constructor(
    private readonly tenants: Tenants,
    private readonly senders: SenderProfiles,
    private readonly newsletters: NewsletterStore,
  ) {}

  async read(tx: Tx, tenantId: TenantId, newsletterId: string): Promise<Letterhead | undefined> {
    const [newsletter] = await this.newsletters.many(tx, tenantId, [newsletterId]);
    if (!newsletter) return undefined;
    const tenant = await this.tenants.get(tx, tenantId);
    return { tenant, newsletter, sender: await this.senders.get(tx, tenantId) };
  }
}

import { AuditTrail, Tenants } from '#lib/accounts';
import type { Actor } from '#lib/accounts';
import { Clock, newId } from '#lib/kernel';
import type { Locale, TenantId } from '#lib/kernel';
import { Config } from '#platform/config';
import { Database, isDuplicate } from '#platform/database';
import { Injectable } from '@nestjs/common';
import { subscriberErrors } from '../subscribers.errors.js';
import { NewsletterStore } from '../store/newsletter-store.js';

export interface CreateNewsletterInput {
  readonly tenantId: TenantId;
  readonly actor: Actor;
  /** Its name in URLs; never changes, because it is printed and linked. */
  readonly slug: string;
  readonly title: string;
  readonly locale: Locale;
}

@Injectable()
export class CreateNewsletter {
  constructor(
    private readonly clock: Clock,
    private readonly config: Config,
    private readonly database: Database,
    private readonly tenants: Tenants,
    private readonly newsletters: NewsletterStore,
    private readonly audit: AuditTrail,
  ) {}

  /** Gives the id. @throws BusinessError subscribers.slug-taken */
  async execute({ tenantId, actor, slug, title, locale }: CreateNewsletterInput): Promise<string> {
    const createdAt = this.clock.now();
    const id = newId(createdAt);
    await this.database
      .inTenant(tenantId, async (tx) => {
        const tenant = await this.tenants.get(tx, tenantId);
        const listId = `${slug}.${tenant.slug}.${this.config.get('MAIL_DOMAIN')}`;
        const row = { id, slug, title, locale, listId, createdAt };
        await this.newsletters.insert(tx, tenantId, row);
        const subject = { kind: 'newsletter', id };
        await this.audit.record(tx, { tenantId, actor, action: 'newsletter.created', subject });
      })
      .catch((error: unknown) => {
        throw isDuplicate(error) ? subscriberErrors.slugTaken({ field: 'slug' }) : error;
      });
    return id;
  }
}

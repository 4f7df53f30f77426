import { AuditTrail } from '#lib/accounts';
import type { Actor } from '#lib/accounts';
import type { TenantId } from '#lib/kernel';
import { Database } from '#platform/database';
import { httpErrors } from '#platform/http';
import { Injectable } from '@nestjs/common';
import { subscriberErrors } from '../subscribers.errors.js';
import { NewsletterStore } from '../store/newsletter-store.js';

export interface ChangeNewsletterInput {
  readonly tenantId: TenantId;
  readonly actor: Actor;
  readonly newsletterId: string;
  /** The version that was edited. */
  readonly version: number;
  readonly title: string;
}

@Injectable()
export class ChangeNewsletter {
  constructor(
    private readonly database: Database,
    private readonly newsletters: NewsletterStore,
    private readonly audit: AuditTrail,
  ) {}

  /** @throws BusinessError subscribers.no-newsletter, request.version-changed */
  execute({ tenantId, actor, newsletterId, version, title }: ChangeNewsletterInput): Promise<void> {
    return this.database.inTenant(tenantId, async (tx) => {
      if (!(await this.newsletters.get(tx, tenantId, newsletterId)))
        throw subscriberErrors.noNewsletter();
      if (!(await this.newsletters.change(tx, tenantId, newsletterId, version, { title })))
        throw httpErrors.versionChanged();
      const subject = { kind: 'newsletter', id: newsletterId };
      await this.audit.record(tx, { tenantId, actor, action: 'newsletter.changed', subject });
    });
  }
}

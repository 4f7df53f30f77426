import { AuditTrail } from '#lib/accounts';
import type { Actor } from '#lib/accounts';
import { Clock } from '#lib/kernel';
import type { TenantId } from '#lib/kernel';
import { Database } from '#platform/database';
import { httpErrors } from '#platform/http';
import { Injectable } from '@nestjs/common';
import { subscriberErrors } from '../subscribers.errors.js';
import { NewsletterStore } from '../store/newsletter-store.js';

/** Takes a newsletter without readers out of sight; ledger and consent records stay. */
@Injectable()
export class DeleteNewsletter {
  constructor(
    private readonly clock: Clock,
    private readonly database: Database,
    private readonly newsletters: NewsletterStore,
    private readonly audit: AuditTrail,
  ) {}

  /** @throws BusinessError subscribers.no-newsletter, subscribers.has-readers, request.version-changed */
  execute(input: { tenantId: TenantId; actor: Actor; newsletterId: string }): Promise<void> {
    const { tenantId, actor, newsletterId } = input;
    return this.database.inTenant(tenantId, async (tx) => {
      const newsletter = await this.newsletters.get(tx, tenantId, newsletterId);
      if (!newsletter) throw subscriberErrors.noNewsletter();
      if (await this.newsletters.hasReaders(tx, tenantId, newsletterId))
        throw subscriberErrors.hasReaders();
      const set = { archivedAt: this.clock.now() };
      if (!(await this.newsletters.change(tx, tenantId, newsletterId, newsletter.version, set)))
        throw httpErrors.versionChanged();
      const subject = { kind: 'newsletter', id: newsletterId };
      await this.audit.record(tx, { tenantId, actor, action: 'newsletter.deleted', subject });
    });
  }
}

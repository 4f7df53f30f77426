import type { TenantId } from '#lib/kernel';
import { Database } from '#platform/database';
import { Injectable } from '@nestjs/common';
import type { SignUpChannel } from '../domain/opt-in.js';
import { EvidenceStore } from '../store/evidence-store.js';
import { NewsletterStore } from '../store/newsletter-store.js';
import { subscriberErrors } from '../subscribers.errors.js';

/** By which ways readers of a newsletter came; numbers only. @clause W17.4 */
@Injectable()
export class ReadSources {
  constructor(
    private readonly database: Database,
    private readonly newsletters: NewsletterStore,
    private readonly evidence: EvidenceStore,
  ) {}

  /** @throws BusinessError subscribers.no-newsletter */
  execute(
    tenantId: TenantId,
    newsletterId: string,
    from: Date,
    until: Date,
  ): Promise<{ channel: SignUpChannel; joined: number }[]> {
    return this.database.inTenant(tenantId, async (tx) => {
      if (!(await this.newsletters.get(tx, tenantId, newsletterId)))
        throw subscriberErrors.noNewsletter();
      return this.evidence.sources(tx, tenantId, newsletterId, from, until);
    });
  }
}

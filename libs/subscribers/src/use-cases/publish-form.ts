import { createHash } from 'node:crypto';
import { AuditTrail } from '#lib/accounts';
import type { Actor } from '#lib/accounts';
import { Clock } from '#lib/kernel';
import type { TenantId } from '#lib/kernel';
import { Database } from '#platform/database';
import { httpErrors } from '#platform/http';
import { Injectable } from '@nestjs/common';
import { problemsOfPublishing } from '../domain/form.js';
import { subscriberErrors } from '../subscribers.errors.js';
import { FormStore } from '../store/form-store.js';
import { NewsletterStore } from '../store/newsletter-store.js';
import { refuseProblems } from './refuse-problems.js';

/** Freezes the draft of a form and shows it from now on; never without the notice of W17.2. @clause W17.2 */
@Injectable()
export class PublishForm {
  constructor(
    private readonly clock: Clock,
    private readonly database: Database,
    private readonly newsletters: NewsletterStore,
    private readonly forms: FormStore,
    private readonly audit: AuditTrail,
  ) {}

  /** Gives the number of the version. @throws BusinessError subscribers.no-draft, subscribers.bad-form, … */
  execute(input: { tenantId: TenantId; actor: Actor; newsletterId: string }): Promise<number> {
    const { tenantId, actor, newsletterId } = input;
    return this.database.inTenant(tenantId, async (tx) => {
      if (!(await this.newsletters.lock(tx, tenantId, newsletterId)))
        throw subscriberErrors.noNewsletter();
      const draft = await this.forms.draft(tx, tenantId, newsletterId);
      if (!draft) throw subscriberErrors.noDraft();
      refuseProblems(problemsOfPublishing(draft.content));
      const textHash = createHash('sha256').update(JSON.stringify(draft.content)).digest();
      const frozen = { at: this.clock.now(), textHash };
      if (!(await this.forms.publish(tx, tenantId, draft, frozen)))
        throw httpErrors.versionChanged();
      await this.newsletters.setPublishedForm(tx, tenantId, newsletterId, draft.number);
      await this.audit.record(tx, {
        tenantId,
        actor,
        action: 'newsletter.form-published',
        subject: { kind: 'newsletter', id: newsletterId },
        details: { version: draft.number },
      });
      return draft.number;
    });
  }
}

import type { TenantId } from '#lib/kernel';
import { Database } from '#platform/database';
import { httpErrors } from '#platform/http';
import { Injectable } from '@nestjs/common';
import { problemsOfFields } from '../domain/form.js';
import type { FormContent } from '../domain/form.js';
import { subscriberErrors } from '../subscribers.errors.js';
import { FormStore } from '../store/form-store.js';
import { NewsletterStore } from '../store/newsletter-store.js';
import { refuseProblems } from './refuse-problems.js';

export interface SaveFormDraftInput {
  readonly tenantId: TenantId;
  readonly newsletterId: string;
  readonly content: FormContent;
  /** The revision that was edited; undefined to begin a draft. */
  readonly revision: number | undefined;
}

/** Keeps the next version of a sign-up form until it is published. */
@Injectable()
export class SaveFormDraft {
  constructor(
    private readonly database: Database,
    private readonly newsletters: NewsletterStore,
    private readonly forms: FormStore,
  ) {}

  /** @throws BusinessError subscribers.no-newsletter, subscribers.bad-form, request.version-changed */
  execute({ tenantId, newsletterId, content, revision }: SaveFormDraftInput): Promise<void> {
    refuseProblems(problemsOfFields(content.fields));
    return this.database.inTenant(tenantId, async (tx) => {
      if (!(await this.newsletters.lock(tx, tenantId, newsletterId)))
        throw subscriberErrors.noNewsletter();
      const draft = await this.forms.draft(tx, tenantId, newsletterId);
      if (!draft && revision === undefined)
        return this.forms.insertDraft(tx, tenantId, newsletterId, content);
      if (draft && revision === undefined) throw httpErrors.versionNeeded({ field: 'If-Match' });
      const saved = await this.forms.saveDraft(tx, tenantId, newsletterId, revision ?? 0, content);
      if (!saved) throw httpErrors.versionChanged();
    });
  }
}

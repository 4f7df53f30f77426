import type { TenantId } from '#lib/kernel';
import { Database } from '#platform/database';
import { Injectable } from '@nestjs/common';
import { subscriberErrors } from '../subscribers.errors.js';
import { FormStore } from '../store/form-store.js';
import type { FormVersionRow } from '../store/form-version.row.js';
import { NewsletterStore } from '../store/newsletter-store.js';

/** The versions of a newsletter's sign-up form. */
@Injectable()
export class ReadForms {
  constructor(
    private readonly database: Database,
    private readonly newsletters: NewsletterStore,
    private readonly forms: FormStore,
  ) {}

  /** Newest first. @throws BusinessError subscribers.no-newsletter */
  versions(tenantId: TenantId, newsletterId: string): Promise<FormVersionRow[]> {
    return this.database.inTenant(tenantId, async (tx) => {
      if (!(await this.newsletters.get(tx, tenantId, newsletterId)))
        throw subscriberErrors.noNewsletter();
      return this.forms.versions(tx, tenantId, newsletterId);
    });
  }

  /** @throws BusinessError subscribers.no-form */
  async draft(tenantId: TenantId, newsletterId: string): Promise<FormVersionRow> {
    const draft = await this.database.inTenant(tenantId, (tx) =>
      this.forms.draft(tx, tenantId, newsletterId),
    );
    if (!draft) throw subscriberErrors.noForm();
    return draft;
  }

  /** @throws BusinessError subscribers.no-form */
  async version(tenantId: TenantId, newsletterId: string, number: number): Promise<FormVersionRow> {
    const version = await this.database.inTenant(tenantId, (tx) =>
      this.forms.version(tx, tenantId, newsletterId, number),
    );
    if (!version) throw subscriberErrors.noForm();
    return version;
  }
}

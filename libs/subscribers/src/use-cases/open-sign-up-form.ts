import { Tenants } from '#lib/accounts';
import type { Tenant } from '#lib/accounts';
import { IsServing } from '#lib/contracts';
import { Clock } from '#lib/kernel';
import { Database } from '#platform/database';
import { Injectable } from '@nestjs/common';
import type { FormContent } from '../domain/form.js';
import { FormStore } from '../store/form-store.js';
import { NewsletterStore } from '../store/newsletter-store.js';
import type { NewsletterRow } from '../store/newsletter.row.js';

export interface SignUpForm {
  readonly tenant: Tenant;
  readonly newsletter: NewsletterRow;
  readonly formNumber: number;
  readonly content: FormContent;
  /** False while the tenant's contract does not run. */
  readonly isServing: boolean;
}

/** Finds the published form behind a public URL. */
@Injectable()
export class OpenSignUpForm {
  constructor(
    private readonly clock: Clock,
    private readonly database: Database,
    private readonly tenants: Tenants,
    private readonly serving: IsServing,
    private readonly newsletters: NewsletterStore,
    private readonly forms: FormStore,
  ) {}

  /** Undefined when there is no such tenant, newsletter or published form. */
  async execute(tenantSlug: string, newsletterSlug: string): Promise<SignUpForm | undefined> {
    const tenant = await this.tenants.bySlug(tenantSlug);
    if (!tenant) return undefined;
    return this.database.inTenant(tenant.id, async (tx) => {
      const newsletter = await this.newsletters.bySlug(tx, tenant.id, newsletterSlug);
      const number = newsletter?.publishedForm;
      if (!newsletter || !number) return undefined;
      const form = await this.forms.version(tx, tenant.id, newsletter.id, number);
      if (!form) return undefined;
      const isServing = await this.serving.check(tx, tenant.id, this.clock.now());
      return { tenant, newsletter, formNumber: number, content: form.content, isServing };
    });
  }
}
